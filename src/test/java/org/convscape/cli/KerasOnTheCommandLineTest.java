package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.convscape.image.NpyFile;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Differences;
import org.convscape.testing.KerasFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of Keras is named on the command line like a document. */
class KerasOnTheCommandLineTest {
    @TempDir
    private Path folder;

    private Path model;
    private Path picture;

    @BeforeEach
    void write() {
        model = KerasFiles.small(folder.resolve("small.h5"));
        float[] values = new float[6 * 6 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 37 % 101) / 50f - 1;
        }
        picture = folder.resolve("in.npy");
        NpyFile.write(picture, Tensor.of(Shape.maps(6, 6, 3), values));
    }

    private Tensor result(Path file) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        Invocation run = Invocation.of(
                "run", file.toString(), "--tensor", picture.toString(), "--tap", "classes_softmax", "--npy", out + "");
        assertEquals(0, run.status(), run.err());
        return NpyFile.read(out.resolve("classes_softmax.npy"));
    }

    @Test
    void itIsCountedRunAndExported() throws IOException {
        Invocation cost = Invocation.of("cost", model.toString());
        assertEquals(0, cost.status(), cost.err());
        assertEquals("", cost.err());
        assertTrue(cost.out().contains("149"), cost.out());

        Tensor ours = result(model);
        Path exported = folder.resolve("small.onnx");
        Invocation export = Invocation.of("export", model.toString(), "--to", "onnx", "-o", exported.toString());
        assertEquals(0, export.status(), export.err());
        assertTrue(Differences.relative(ours, result(exported)) < 1e-6);

        Path document = folder.resolve("small.convscape");
        Invocation saved = Invocation.of("export", model.toString(), "--to", "convscape", "-o", document.toString());
        assertEquals(0, saved.status(), saved.err());
        assertEquals(0, Differences.relative(ours, result(document)));
    }

    @Test
    void weightsAloneAreNoNetwork() {
        Path bare = KerasFiles.bare(folder.resolve("bare.h5"));
        Invocation cost = Invocation.of("cost", bare.toString());
        assertEquals(
                bare + " cannot be opened as a network: it holds weights and no configuration of a model;"
                        + " open the network that they are for, and then the weights\n",
                cost.err());
    }

    /** What was trained further is kept as weights alone, for the model that was opened. */
    @Test
    void otherWeightsOfTheSameModelFitByTheNamesOfItsLayers() {
        Path bare = KerasFiles.bare(folder.resolve("bare.h5"));
        Invocation part = Invocation.of(
                "run", model.toString(), "--tensor", picture.toString(), "--weights", bare.toString(), "--partial");
        assertEquals(0, part.status(), part.err());
        assertTrue((part.out() + part.err()).contains("2 of 7"), part.out() + part.err());
        Invocation whole =
                Invocation.of("run", model.toString(), "--tensor", picture.toString(), "--weights", model.toString());
        assertEquals(0, whole.status(), whole.err());
        assertTrue((whole.out() + whole.err()).contains("7 of 7"), whole.out() + whole.err());
    }
}
