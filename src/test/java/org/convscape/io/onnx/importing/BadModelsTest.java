package org.convscape.io.onnx.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.StringStringEntryProto;
import onnx.OnnxMl.TensorProto;
import org.convscape.io.FileFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be opened is answered with a sentence that names the place; what stands before it is opened. */
class BadModelsTest {
    @TempDir
    Path folder;

    private static ModelBuilder model() {
        return new ModelBuilder(13).input("x", 1, 3, 8, 8).weights("w", 4, 3, 3, 3);
    }

    private OnnxImport read(byte... contents) throws IOException {
        return OnnxImport.read(Files.write(folder.resolve("bad.onnx"), contents));
    }

    private void assertRefused(String sentence, ModelProto model) {
        FileFailure refused = assertThrows(FileFailure.class, () -> read(model.toByteArray()));
        assertEquals(folder.resolve("bad.onnx") + " cannot be opened as a network: " + sentence, refused.getMessage());
    }

    private void assertNoted(int layers, List<String> notes, ModelProto model) throws IOException {
        OnnxImport read = read(model.toByteArray());
        assertEquals(notes, read.notes());
        assertEquals(layers, read.graph().size());
    }

    @Test
    void aBrokenMessageIsNoModel() {
        byte[] whole = model().node("Conv", "y", List.of("_", "w")).build().toByteArray();
        for (byte[] contents : List.of(
                Arrays.copyOf(whole, whole.length / 2),
                "<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8),
                new byte[0])) {
            FileFailure refused = assertThrows(FileFailure.class, () -> read(contents));
            assertTrue(refused.getMessage().contains("cannot be opened as a network"), refused.getMessage());
        }
        for (int i = 0; i < whole.length; i += 7) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x55;
            try {
                read(changed);
            } catch (FileFailure e) {
                assertTrue(e.getMessage().length() > 20, e.getMessage());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("none.onnx");
        assertEquals(
                file + " does not exist",
                assertThrows(FileFailure.class, () -> OnnxImport.read(file)).getMessage());
    }

    @Test
    void anUnknownOperatorIsListedAndThePartBeforeItOpens() throws IOException {
        assertNoted(
                2,
                List.of(
                        "\"odd\" (NonMaxSuppression): there is no such operation here",
                        "The part before is open; 2 nodes behind take from what is missing"),
                model().node("Conv", "c", List.of("_", "w"))
                        .node("NonMaxSuppression", "odd", List.of("_"))
                        .node("Relu")
                        .node("Relu")
                        .build());
        assertRefused(
                "at \"odd\" (Quantum): there is no such operation here",
                model().node("Quantum", "odd", List.of("_")).build());
    }

    @Test
    void whatNothingGivesIsNamed() throws IOException {
        assertNoted(
                2,
                List.of("\"c\" (Conv): it takes \"lost\", which nothing in the file gives"),
                model().node("Relu").node("Conv", "c", List.of("_", "lost")).build());
    }

    @Test
    void aCircleIsNamed() {
        assertRefused(
                "its nodes form a circle: \"a\" (Add) waits for itself",
                model().node("Add", "a", List.of("x", "b"))
                        .node("Relu", "b", List.of("a"))
                        .build());
    }

    @Test
    void nodesInAnyOrderAreOpened() throws IOException {
        ModelBuilder builder = model();
        builder.node("Relu", "b", List.of("a")).node("Conv", "a", List.of("x", "w"));

        assertEquals(
                List.of("x", "a", "b"),
                read(builder.build().toByteArray()).graph().nodes().stream()
                        .map(node -> node.path())
                        .toList());
    }

    @Test
    void inputsThatAreNoPictureAreRefused() {
        assertRefused(
                "its input \"x\" is a batch of 8; export the model for one picture, or with a free number of them",
                new ModelBuilder(13).input("x", 8, 3, 4, 4).node("Relu").build());
        assertRefused(
                "its input \"x\" has 3 dimensions; a batch of pictures has 4, one of vectors 2",
                new ModelBuilder(13).input("x", 1, 3, 4).node("Relu").build());
        assertRefused(
                "its input \"x\" does not say how many channels it has",
                new ModelBuilder(13).input("x", -1, -1, 9, 9).node("Relu").build());
    }

    @Test
    void aFreeSizeAndBatchAreTaken() throws IOException {
        assertNoted(
                2,
                List.of("The size of \"x\" is free in the file; 224×224 was taken"),
                new ModelBuilder(13).input("x", -1, 3, -1, -1).node("Relu").build());
    }

    @Test
    void olderOperatorsAreRefused() {
        assertRefused(
                "it is written in operator set 3; 7 or later was expected, so export it anew",
                new ModelBuilder(3).input("x", 1, 3, 4, 4).node("Relu").build());
    }

    @Test
    void whatTheOperationsHereCannotDoIsSaid() throws IOException {
        assertNoted(
                2,
                List.of(
                        "\"p\" (MaxPool): its window is dilated by 2×2, which only convolutions are here",
                        "\"q\" (Conv): The 3×3 kernel reaches over 19 pixels, but the input is 8 pixels high; a smaller"
                                + " kernel, more padding or a larger input would fit",
                        "\"r\" (Reshape): 1×3×8×8 cannot be read as 1×8×24 without rows, columns and channels mixing",
                        "\"t\" (Conv): its input is 1×8×3×8, which is not batch, channels, rows, columns of 8×8×3"),
                model().node("Relu", "a", List.of("x"))
                        .node("MaxPool", "p", List.of("a"), "kernel_shape", new long[] {2, 2}, "dilations", new long[] {
                            2, 2
                        })
                        .node("Conv", "q", List.of("a", "w"), "dilations", new long[] {9, 9})
                        .integers("odd", 1, 9, 24)
                        .integers("mixing", 1, 8, 24)
                        .node("Reshape", "r", List.of("a", "mixing"))
                        .node("Transpose", "s", List.of("a"), "perm", new long[] {0, 2, 1, 3})
                        .node("Conv", "t", List.of("s", "w"))
                        .build());
    }

    @Test
    void arraysThatDoNotHoldWhatTheyDeclareAreNamed() throws IOException {
        ModelBuilder builder = model().node("Relu").node("Conv", "c", List.of("_", "short"));
        builder.graph()
                .addInitializer(TensorProto.newBuilder()
                        .setName("short")
                        .setDataType(1)
                        .addAllDims(List.of(4L, 3L, 3L, 3L))
                        .addFloatData(1));
        assertNoted(
                2,
                List.of(
                        "The array short should have 108 numbers and has 1",
                        "The part before is open; 1 nodes behind take from what is missing"),
                builder.build());
    }

    @Test
    void arraysOutsideTheFolderAreNotTouched() throws IOException {
        for (String location : List.of("../secret.bin", "/etc/hostname", "none.bin")) {
            ModelBuilder builder = model().node("Relu").node("Conv", "c", List.of("_", "out"));
            builder.graph()
                    .addInitializer(TensorProto.newBuilder()
                            .setName("out")
                            .setDataType(1)
                            .addAllDims(List.of(4L, 3L, 3L, 3L))
                            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                            .addExternalData(StringStringEntryProto.newBuilder()
                                    .setKey("location")
                                    .setValue(location)));
            String note = read(builder.build().toByteArray()).notes().get(0);
            assertEquals(
                    "The array out lies in \"" + location + "\", which is not "
                            + (location.equals("none.bin")
                                    ? "beside the model; put it there"
                                    : "in the model's folder"),
                    note);
        }
    }
}
