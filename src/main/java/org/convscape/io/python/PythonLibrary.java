package org.convscape.io.python;

import java.util.List;

/** The libraries that networks are written for. */
public enum PythonLibrary {
    /** Modules, channels first. */
    PYTORCH("PyTorch", "pt"),
    /** Functions of Keras 3, channels last. */
    KERAS("Keras", "tf");

    private final String label;
    private final String layouts;

    PythonLibrary(String label, String layouts) {
        this.label = label;
        this.layouts = layouts;
    }

    /** As it calls itself. */
    public String label() {
        return label;
    }

    /** Whose layouts the weights have, as files of safetensors say it. */
    public String layouts() {
        return layouts;
    }

    PythonMath math() {
        return this == PYTORCH ? new TorchMath() : new KerasMath();
    }

    /** The source below the docstring. */
    String source(Part network, List<SourceFile.Given> inputs, String title, String weightsFile) {
        return this == PYTORCH
                ? SourceFile.torch(network, inputs, title, weightsFile)
                : SourceFile.keras(network, inputs, weightsFile);
    }
}
