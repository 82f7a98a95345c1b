package org.convscape.weights.file;

/** The kinds of weight files that are read. */
public enum Format {
    /** PyTorch 1.6 and later: a zip archive with a pickle and one entry for each storage. */
    TORCH_ZIP("PyTorch (zip)"),
    /** PyTorch before 1.6: five pickles, then the storages. */
    TORCH_LEGACY("PyTorch (legacy pickle)"),
    /** Hugging Face's safetensors. */
    SAFETENSORS("safetensors"),
    /** HDF5 as Keras 1 and 2 write it, and Keras 3 under the ending {@code .h5}. */
    KERAS_H5("Keras (HDF5)"),
    /** Keras 3: {@code .keras}, and {@code .weights.h5}. */
    KERAS_V3("Keras 3"),
    /** ONNX, with the data inside or in a file beside it. */
    ONNX("ONNX");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /** As a person would call it. */
    public String label() {
        return label;
    }
}
