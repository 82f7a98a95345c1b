package org.convscape.io.onnx;

import java.nio.file.Path;
import java.util.Locale;
import org.convscape.figures.Figures;
import org.convscape.io.FileFailure;
import org.convscape.io.WholeFile;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/**
 * An ONNX model in a file of its own.
 *
 * @param nodes how many ONNX nodes it has
 * @param parameters how many numbers the weights have, trained or kept
 * @param bytes how long it is
 */
public record OnnxFile(Path file, int nodes, long parameters, long bytes) {
    /** What such files end with. */
    public static final String ENDING = ".onnx";

    /**
     * Writes a model, whole or not at all.
     *
     * @throws FileFailure with a sentence when that cannot be done
     */
    public static OnnxFile write(OnnxExport export, Path file, Progress progress, Cancellation cancellation) {
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(ENDING) || name.length() == ENDING.length()) {
            throw new FileFailure(
                    "An ONNX model is kept in a file that ends with " + ENDING + ", found \"" + file + "\"");
        }
        export.refusal().ifPresent(sentence -> {
            throw new FileFailure(sentence);
        });
        WholeFile.write(file, out -> export.writeTo(out, progress, cancellation));
        return new OnnxFile(file, export.nodes(), export.parameters(), export.bytes());
    }

    /** One line: {@code resnet50.onnx: 176 nodes, 25,610,152 parameters, 103 MB}. */
    public String sentence() {
        return file + ": " + Figures.whole(nodes) + " nodes, " + Figures.whole(parameters) + " parameters, "
                + Figures.bytes(bytes);
    }
}
