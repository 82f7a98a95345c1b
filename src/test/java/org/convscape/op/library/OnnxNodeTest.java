package org.convscape.op.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.convscape.tensor.Tensor;
import org.convscape.testing.PublicData;
import org.junit.jupiter.api.Test;

/** The ONNX project's own node tests, computed by our operations in plain loops. */
class OnnxNodeTest {

    /** The tolerances of the ONNX project. */
    private static final double RELATIVE = 1e-3;

    private static final double ABSOLUTE = 1e-7;

    private static final String MOVES =
            "rows, columns and channels keep their places: a transposition is only seen through";

    private static final Map<String, String> DOES_NOT_APPLY = new TreeMap<>(Map.ofEntries(
            Map.entry("test_add_bcast", "our Add takes inputs of one shape and broadcasts nothing"),
            Map.entry("test_dropout_default_mask", "wants the mask of what was kept, which inference does not have"),
            Map.entry("test_reflect_pad", "padding is by zeros, not by reflection, and values are floats"),
            Map.entry("test_reshape_allowzero_reordered", "a shape without any values cannot be"),
            Map.entry("test_transpose_all_permutations_2", MOVES),
            Map.entry("test_transpose_all_permutations_4", MOVES),
            Map.entry("test_transpose_default", MOVES)));

    @Test
    void everyFolderComesOutAsOnnxSaysOrIsListedWithAReason() throws IOException {
        Path tests = PublicData.require("data/onnx-node-tests");
        TreeSet<String> folders = new TreeSet<>();
        try (Stream<Path> entries = Files.list(tests)) {
            entries.filter(Files::isDirectory)
                    .forEach(folder -> folders.add(folder.getFileName().toString()));
        }
        assertTrue(
                folders.containsAll(DOES_NOT_APPLY.keySet()), "a folder that is listed as not applying is not there");

        List<String> failures = new ArrayList<>();
        int run = 0;
        for (String folder : folders) {
            if (!DOES_NOT_APPLY.containsKey(folder)) {
                OnnxNodeCase node = OnnxNodeCase.read(tests.resolve(folder));
                compare(folder, node.output(), new OnnxNodes().run(node), failures);
                run++;
            }
        }

        System.out.println("ONNX node tests: " + run + " run, " + DOES_NOT_APPLY.size() + " do not apply");
        DOES_NOT_APPLY.forEach((folder, reason) -> System.out.println("  " + folder + ": " + reason));
        assertEquals(List.of(), failures);
        assertEquals(folders.size(), run + DOES_NOT_APPLY.size());
    }

    private static void compare(String folder, Tensor expected, Tensor actual, List<String> failures) {
        assertArrayEquals(expected.dimensions(), actual.dimensions(), folder);
        for (int i = 0; i < expected.size(); i++) {
            double wanted = expected.values()[i];
            double found = actual.values()[i];
            if (!(Math.abs(wanted - found) <= ABSOLUTE + RELATIVE * Math.abs(wanted))) {
                failures.add(folder + ": expected " + wanted + " at " + i + ", found " + found);
                return;
            }
        }
    }

    @Test
    void aDifferenceBeyondTheToleranceIsSeen() {
        Tensor one = Tensor.of(new int[] {2}, new float[] {1, 2});
        List<String> failures = new ArrayList<>();

        compare("near", one, Tensor.of(new int[] {2}, new float[] {1.0009f, 2}), failures);
        assertEquals(List.of(), failures);
        compare("far", one, Tensor.of(new int[] {2}, new float[] {1, 2.003f}), failures);
        compare("broken", one, Tensor.of(new int[] {2}, new float[] {Float.NaN, 2}), failures);
        assertEquals(2, failures.size(), failures::toString);
        assertThrows(
                AssertionError.class, () -> compare("shape", one, Tensor.of(new int[] {1}, new float[] {1}), failures));
    }
}
