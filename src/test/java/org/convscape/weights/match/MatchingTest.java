package org.convscape.weights.match;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.weights.LoadedWeights;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.file.ElementType;
import org.convscape.weights.file.Format;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final Optional<Shape> NONE = Optional.empty();

    private static Wanted convolution(
            String layer, int side, int inputs, int outputs, FileLayout layout, String... names) {
        return wanted(
                layer, WeightSpec.kernel(1, side, side, inputs, outputs), Wanted.Part.CONVOLUTION, NONE, layout, names);
    }

    private static Wanted vector(String layer, int channels, WeightSpec.Role role, FileLayout layout, String... names) {
        return wanted(layer, WeightSpec.perChannel(names[0], channels, role), Wanted.Part.VECTOR, NONE, layout, names);
    }

    private static Wanted wanted(
            String layer,
            WeightSpec spec,
            Wanted.Part part,
            Optional<Shape> flattened,
            FileLayout layout,
            String... names) {
        return new Wanted(
                layer,
                spec,
                part,
                flattened,
                List.of(names).stream()
                        .map(each -> new Wanted.Name(each, layout))
                        .toList(),
                layer);
    }

    private static Match match(FakeFile file, Wanted... wanted) {
        List<String> order =
                List.of(wanted).stream().map(Wanted::layer).distinct().toList();
        return Matching.of(file, List.of(wanted), List.of(order));
    }

    private final Wanted stem = convolution("stem", 2, 3, 4, FileLayout.TORCH, "stem.weight");
    private final Wanted bias = vector("stem", 4, WeightSpec.Role.BIAS, FileLayout.TORCH, "stem.bias");

    @Test
    void namesOfTorchAndWhatStandsInFrontOfAllOfThem() {
        FakeFile file = new FakeFile(Format.TORCH_ZIP)
                .with("module.stem.weight", 4, 3, 2, 2)
                .with("module.stem.bias", 4)
                .with(ElementType.I64, "module.bn.num_batches_tracked")
                .with("module.aux1.conv.weight", 8, 8, 1, 1)
                .with("module.other", 2);

        Match match = match(file, stem, bias);

        assertTrue(match.complete());
        assertEquals("module.stem.bias", match.assigned().get(bias).name());
        assertEquals(3, match.unused().size());
        assertEquals(
                List.of("module.other"),
                match.unexpected().stream().map(each -> each.array().name()).toList());
        assertEquals(
                "2 of 2 arrays fit, by name behind \"module.\"; 2 not needed here; 1 that this network does not know",
                match.sentence());
    }

    @Test
    void whatIsMissingAndWhatDoesNotFitIsToldWithBothShapes() {
        Match match = match(new FakeFile(Format.SAFETENSORS).with("stem.weight", 4, 3, 3, 3), stem, bias);

        assertFalse(match.complete());
        assertEquals(List.of(bias), match.missing());
        assertEquals(List.of(4L, 3L, 3L, 3L), match.misfits().get(0).found().dimensions());
        assertEquals(List.of(4L, 3L, 2L, 2L), match.misfits().get(0).expected());
        assertEquals("0 of 2 arrays fit, by name; 1 missing; 1 of another shape", match.sentence());
    }

    @Test
    void kernelsOfTorchComeIntoOurOrder() {
        FakeFile file =
                new FakeFile(Format.TORCH_ZIP).with("stem.weight", 4, 3, 2, 2).with("stem.bias", 4);
        LoadedWeights weights = new LoadedWeights(file, match(file, stem, bias), new SeededWeights(1));

        Tensor kernel = weights.get("stem", stem.spec());

        // Output 1, input 2, row 1, column 0 stands at ((1·3 + 2)·2 + 1)·2 + 0 in the file.
        assertEquals(22, kernel.values()[((1 * 2 + 0) * 3 + 2) * 4 + 1]);
        assertArrayEquals(
                new float[] {0, 1, 2, 3}, weights.get("stem", bias.spec()).values());
    }

    @Test
    void aLayerThatWasWidenedSinceIsDrawnAndSoIsWhatTheFileDoesNotHave() {
        FakeFile file =
                new FakeFile(Format.TORCH_ZIP).with("stem.weight", 4, 3, 2, 2).with("stem.bias", 4);
        SeededWeights seeded = new SeededWeights(1);
        LoadedWeights weights = new LoadedWeights(file, match(file, stem, bias), seeded);
        WeightSpec wider = WeightSpec.kernel(1, 2, 2, 3, 8);

        assertArrayEquals(
                seeded.get("stem", wider).values(), weights.get("stem", wider).values());
        assertFalse(weights.has("stem", wider));
        assertTrue(weights.has("stem", stem.spec()));
        assertArrayEquals(
                seeded.get("other", stem.spec()).values(),
                weights.get("other", stem.spec()).values());
    }

    @Test
    void depthwiseKernelsAndDenseOnesBehindMapsComeIntoOurOrder() {
        Wanted depthwise = wanted(
                "dw", WeightSpec.kernel(1, 2, 2, 3, 2), Wanted.Part.DEPTHWISE, NONE, FileLayout.TORCH, "dw.weight");
        Wanted dense = wanted(
                "fc",
                WeightSpec.kernel(1, 2 * 1 * 3, 2),
                Wanted.Part.DENSE,
                Optional.of(Shape.maps(2, 1, 3)),
                FileLayout.TORCH,
                "fc.weight");
        FakeFile file =
                new FakeFile(Format.TORCH_ZIP).with("dw.weight", 6, 1, 2, 2).with("fc.weight", 2, 6);
        LoadedWeights weights = new LoadedWeights(file, match(file, depthwise, dense), new SeededWeights(1));

        // Channel 2, kernel 1 is their output 5; row 1, column 0.
        assertEquals(5 * 4 + 2, weights.get("dw", depthwise.spec()).values()[((1 * 2 + 0) * 3 + 2) * 2 + 1]);
        // Our row (1·1 + 0)·3 + 2 is their column 2·2 + 1; of output 1.
        assertEquals(6 + 5, weights.get("fc", dense.spec()).values()[(1 * 3 + 2) * 2 + 1]);
    }

    @Test
    void onesMayBeLeftOutOfAShape() {
        Wanted pointwise = convolution("pw", 1, 3, 4, FileLayout.TORCH, "pw.weight");

        assertTrue(match(new FakeFile(Format.TORCH_ZIP).with("pw.weight", 4, 3), pointwise)
                .complete());
        assertFalse(match(new FakeFile(Format.TORCH_ZIP).with("pw.weight", 3, 4), pointwise)
                .complete());
    }

    private static Wanted[] keras(String... layers) {
        return List.of(layers).stream()
                .map(layer -> convolution(layer, 2, 3, 4, FileLayout.KERAS, layer + "/kernel:0"))
                .toArray(Wanted[]::new);
    }

    @Test
    void layersThatKerasNumberedGoByTheirRank() {
        Wanted[] wanted = keras("conv2d", "conv2d_1", "stem");
        FakeFile file = new FakeFile(Format.KERAS_H5)
                .with("conv2d_10/kernel:0", 2, 2, 3, 4)
                .with("conv2d_9/kernel:0", 2, 2, 3, 4)
                .with("stem/stem_1/kernel:0", 2, 2, 3, 4);

        Match match = match(file, wanted);

        assertTrue(match.complete());
        assertEquals("conv2d_9/kernel:0", match.assigned().get(wanted[0]).name());
        assertEquals("conv2d_10/kernel:0", match.assigned().get(wanted[1]).name());
    }

    @Test
    void otherNamesOfKerasGoByOrderWhereAllFits() {
        Wanted[] wanted = keras("one", "two");
        FakeFile file = new FakeFile(Format.KERAS_H5)
                .with("first/first_W_1:0", 2, 2, 3, 4)
                .with("second/second_W_1:0", 2, 2, 3, 4);

        Match match = match(file, wanted);

        assertTrue(match.complete());
        assertEquals("second/second_W_1:0", match.assigned().get(wanted[1]).name());
        assertEquals("2 of 2 arrays fit, by Keras' order of the layers", match.sentence());
        assertFalse(match(new FakeFile(Format.KERAS_H5).with("first/first_W_1:0", 2, 2, 3, 4), wanted)
                .complete());
    }

    @Test
    void arraysOfKerasWithoutNamesGoByKerasOrderWithinALayer() {
        Wanted gamma = vector("bn", 4, WeightSpec.Role.SCALE, FileLayout.KERAS, "bn/gamma:0");
        Wanted beta = vector("bn", 4, WeightSpec.Role.SHIFT, FileLayout.KERAS, "bn/beta:0");
        Wanted mean = vector("bn", 4, WeightSpec.Role.RUNNING_MEAN, FileLayout.KERAS, "bn/moving_mean:0");
        FakeFile file = new FakeFile(Format.KERAS_V3)
                .with("bn/vars/0", 4)
                .with("bn/vars/1", 4)
                .with("bn/vars/2", 4);

        Match match = match(file, mean, beta, gamma);

        assertSame(file.arrays().get(0), match.assigned().get(gamma));
        assertSame(file.arrays().get(1), match.assigned().get(beta));
        assertSame(file.arrays().get(2), match.assigned().get(mean));
    }
}
