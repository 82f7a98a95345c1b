package org.convscape.weights.file;

import java.util.Set;

/** What to do about pickles that hold more than tensors, by what they name. */
final class UnknownObjects {
    private static final Set<String> COMMANDS = Set.of(
            "os",
            "posix",
            "nt",
            "subprocess",
            "sys",
            "builtins",
            "__builtin__",
            "runpy",
            "socket",
            "shutil",
            "commands",
            "pty",
            "webbrowser",
            "importlib",
            "code",
            "pickle",
            "operator",
            "urllib.request",
            "requests.api");

    private UnknownObjects() {}

    /** A sentence for the user. */
    static String advice(String module, String name) {
        if (COMMANDS.contains(module)) {
            return "A file of weights has no use for that: it would run commands in a program that trusts it";
        }
        if (module.equals("__main__") || module.startsWith("torch.nn.modules") || module.contains(".models.")) {
            return "A whole model was saved here; save only its numbers, with torch.save(model.state_dict(), ...)";
        }
        if (name.equals("_rebuild_qtensor")) {
            return "It holds quantised numbers; save the weights before they are quantised";
        }
        if (name.startsWith("_rebuild_sparse")) {
            return "It holds sparse tensors; make them dense with to_dense() before saving";
        }
        if (name.equals("_rebuild_from_type_v2")) {
            return "It holds a subclass of tensors; save plain tensors, with as_subclass(torch.Tensor)";
        }
        if (module.startsWith("numpy")) {
            return "It holds arrays or numbers of NumPy beside the tensors; save only the state_dict of the model";
        }
        if (module.equals("argparse")) {
            return "It holds the options of a training program beside the tensors; save only the state_dict";
        }
        return "Save only the state_dict of the model, with torch.save(model.state_dict(), ...)";
    }
}
