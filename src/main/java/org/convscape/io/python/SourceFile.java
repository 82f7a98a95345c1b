package org.convscape.io.python;

import java.util.List;
import java.util.stream.Collectors;
import org.convscape.tensor.Shape;

/** What stands around the classes or functions of a network. */
final class SourceFile {
    private static final String READ =
            """
            def read_weights(file):
                ""\"The arrays of a safetensors file, by name.""\"
                with open(file, "rb") as opened:
                    length = int.from_bytes(opened.read(8), "little")
                    header = json.loads(opened.read(length))
                header.pop("__metadata__", None)
                arrays = {}
                for name, entry in header.items():
                    start = 8 + length + entry["data_offsets"][0]
                    array = numpy.fromfile(file, "<f4", math.prod(entry["shape"]), offset=start)
                    arrays[name] = array.reshape(entry["shape"])
                return arrays
            """;

    private SourceFile() {}

    /** An input of the network. */
    record Given(String path, Shape shape) {}

    private static String imports(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String defaultFile(String weightsFile) {
        return "file=Path(__file__).with_name(" + Text.quoted(weightsFile) + ")";
    }

    static String torch(Part network, List<Given> inputs, String title, String weightsFile) {
        TorchSource source = new TorchSource(network, title);
        String classes = source.text();
        String zeros = inputs.stream()
                .map(each -> "torch.zeros(1, " + channelsFirst(each.shape()) + ")")
                .collect(Collectors.joining(", "));
        return imports("import json", "import math")
                + (classes.contains("OrderedDict(") ? imports("from collections import OrderedDict") : "")
                + imports("from pathlib import Path", "", "import numpy", "import torch")
                + (classes.contains("F.") ? imports("import torch.nn.functional as F") : "")
                + imports("from torch import nn", "", "")
                + classes
                + "\n\n"
                + READ
                + """


                def load(%s):
                    ""\"The network with its weights, ready to compute.""\"
                    network = %s()
                    arrays = read_weights(file)
                    network.load_state_dict({name: torch.from_numpy(array) for name, array in arrays.items()})
                    return network.eval()


                if __name__ == "__main__":
                    with torch.no_grad():
                        print(load()(%s))
                """
                        .formatted(defaultFile(weightsFile), source.root(), zeros);
    }

    private static String channelsFirst(Shape shape) {
        return shape.vector()
                ? Integer.toString(shape.channels())
                : shape.channels() + ", " + shape.height() + ", " + shape.width();
    }

    private static String channelsLast(Shape shape) {
        return shape.vector()
                ? shape.channels() + ","
                : shape.height() + ", " + shape.width() + ", " + shape.channels();
    }

    static String keras(Part network, List<Given> inputs, String weightsFile) {
        KerasSource source = new KerasSource(network);
        String functions = source.functions();
        String body = source.root();
        List<String> names = List.of(source.parameters().split(", "));
        StringBuilder given = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            given.append("    ")
                    .append(names.get(i))
                    .append(" = keras.Input((")
                    .append(channelsLast(inputs.get(i).shape()))
                    .append("))\n");
        }
        String zeros = inputs.stream()
                .map(each -> "numpy.zeros((1, " + channelsLast(each.shape()) + "), \"float32\")")
                .collect(Collectors.joining(", "));
        boolean one = names.size() == 1;
        String list = one ? source.parameters() : "[" + source.parameters() + "]";
        return imports("import json", "import math", "from pathlib import Path", "", "import keras", "import numpy")
                + "from keras import layers"
                + ((functions + body).contains("ops.") ? ", ops\n" : "\n")
                + "\n\n"
                + functions
                + "def network(" + source.parameters() + "):\n"
                + body
                + "\n\n"
                + "def build():\n"
                + "    \"\"\"The network with new weights.\"\"\"\n"
                + given
                + "    return keras.Model(" + list + ", network(" + source.parameters() + "))\n\n\n"
                + READ
                + """


                def load(%s):
                    ""\"The network with its weights.""\"
                    model = build()
                    arrays = read_weights(file)
                    for layer in model.layers:
                        if layer.weights:
                            # The file has the arrays of a layer in the order in which Keras keeps them.
                            layer.set_weights([arrays[name] for name in arrays if name.rsplit("/", 1)[0] == layer.name])
                    return model


                if __name__ == "__main__":
                    print(load().predict(%s))
                """
                        .formatted(defaultFile(weightsFile), one ? zeros : "[" + zeros + "]");
    }
}
