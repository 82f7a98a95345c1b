package org.convscape.io.python;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How modules of PyTorch are called. */
final class TorchNames {
    /** What a module has already: torch.nn.Module. */
    private static final Set<String> TAKEN = Set.of(("T_destination add_module apply bfloat16 buffers call_super_init"
                    + " children compile cpu cuda double dump_patches eval extra_repr float forward half ipu"
                    + " load_state_dict modules mtia parameters requires_grad_ share_memory state_dict to to_empty"
                    + " train training type xpu zero_grad")
            .split(" "));

    private TorchNames() {}

    /** The name of a module after the last name of a path; a name with a dot is none. */
    static String module(String name) {
        String bare = name.replace('.', '_');
        boolean taken = TAKEN.contains(bare)
                || bare.startsWith("named_")
                || bare.startsWith("register_")
                || bare.startsWith("get_")
                || bare.startsWith("set_");
        return taken ? bare + "_" : bare;
    }

    /** What a state dict calls the layer of a path. */
    static String dotted(String path) {
        return Arrays.stream(path.split("/")).map(TorchNames::module).collect(Collectors.joining("."));
    }

    /** How a module takes what is in it. */
    static String access(String from, String path) {
        StringBuilder text = new StringBuilder(from);
        for (String name : path.split("/")) {
            String module = module(name);
            text.append(Text.attribute(module) ? "." + module : ".get_submodule(" + Text.quoted(module) + ")");
        }
        return text.toString();
    }
}
