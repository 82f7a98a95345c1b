package org.convscape.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Work;
import org.convscape.op.library.Add;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A block that is put on something is valid there, and teaches what it teaches in its paper. */
class FittingTest {
    private static final int[] CHANNELS = {1, 3, 4, 8, 12, 16, 24, 30, 32, 64, 100, 128, 192, 256, 480, 728, 1000, 1024
    };
    private static final int[] SIDES = {17, 28, 35, 56};

    static Stream<String> templates() {
        return BlockLibrary.standard().templates().stream().map(BlockTemplate::id);
    }

    private static Graph put(BlockTemplate template, Shape in) {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(in));
        template.addTo(graph, "block", template.fitted(template.schema().defaults(), in), picture);
        return graph.build();
    }

    private static BlockTemplate named(String id) {
        return BlockLibrary.standard().find(id).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyBlockFitsEveryInput(String id) {
        for (int channels : CHANNELS) {
            for (int side : SIDES) {
                Shape in = Shape.maps(side, side, channels);
                Analysis analysis = Analysis.of(put(named(id), in));
                assertEquals(List.of(), analysis.diagnostics(), () -> id + " on " + in);
                assertTrue(analysis.complete(), () -> id + " on " + in);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void onItsOwnExampleABlockIsAsInThePaper(String id) {
        BlockTemplate template = named(id);
        AttributeValues values = template.schema().defaults();
        assertEquals(values, template.fitted(values, template.exampleInput()));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32, 64, 100, 128, 192, 256, 480, 512, 832, 1024})
    void reductionIsCheaperThanTheNaiveModuleOfTheSameWidths(int channels) {
        Shape in = Shape.maps(28, 28, channels);
        AttributeValues naive =
                InceptionNaive.TEMPLATE.fitted(InceptionNaive.TEMPLATE.schema().defaults(), in);
        AttributeValues reduced =
                InceptionV1.TEMPLATE.fitted(InceptionV1.TEMPLATE.schema().defaults(), in);

        for (Attribute<Integer> width :
                List.of(InceptionNaive.WIDTH_1X1, InceptionNaive.WIDTH_3X3, InceptionNaive.WIDTH_5X5)) {
            assertEquals(naive.get(width), reduced.get(width), width.name());
        }
        long before = multiplyAdds(put(InceptionNaive.TEMPLATE, in));
        long after = multiplyAdds(put(InceptionV1.TEMPLATE, in));
        assertTrue(after < before, () -> after + " is not less than " + before);
    }

    @Test
    void thePapersLessonIsToldInItsOwnNumbers() {
        Shape in = Shape.maps(28, 28, 192);
        assertEquals(303_464_448, multiplyAdds(put(InceptionNaive.TEMPLATE, in)));
        assertEquals(128_049_152, multiplyAdds(put(InceptionV1.TEMPLATE, in)));
    }

    private static long multiplyAdds(Graph graph) {
        return Analysis.of(graph).nodes().stream()
                .mapToLong(facts -> facts.cost().of(Work.MULTIPLY_ADD))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "residual-basic",
                "residual-bottleneck",
                "residual-preactivation",
                "residual-resnext",
                "inverted-residual",
                "xception-middle",
                "inception-resnet-a",
                "inception-resnet-b",
                "inception-resnet-c"
            })
    void theInputItselfIsAddedWhereItCanBe(String id) {
        for (int channels : CHANNELS) {
            Graph graph = put(named(id), Shape.maps(28, 28, channels));
            long identities = graph.nodes().stream()
                    .filter(node ->
                            node.operation() instanceof Add && node.inputs().contains("picture"))
                    .count();
            boolean always = !id.startsWith("residual") && !id.startsWith("inverted");
            assertEquals(channels >= 8 || always ? 1 : 0, identities, () -> id + " on " + channels);
        }
    }

    @Test
    void aStrideNeedsAProjection() {
        AttributeValues strided = ResidualBasic.TEMPLATE.schema().defaults().with(ResidualBasic.STRIDE, 2);
        AttributeValues fitted = ResidualBasic.TEMPLATE.fitted(strided, Shape.maps(28, 28, 64));

        assertEquals(Shortcut.PROJECTION, fitted.get(ResidualBasic.SHORTCUT));
    }

    @Test
    void theGroupsOfResNeXtDivideItsWidth() {
        AttributeValues defaults = ResNeXtBlock.TEMPLATE.schema().defaults();
        assertEquals(32, fittedGroups(defaults, 256));
        assertEquals(32, fittedGroups(defaults, 512));
        assertEquals(8, fittedGroups(defaults, 64));
        assertEquals(1, fittedGroups(defaults, 8));
    }

    private static int fittedGroups(AttributeValues values, int channels) {
        return ResNeXtBlock.TEMPLATE
                .fitted(values, Shape.maps(28, 28, channels))
                .get(ResidualBottleneck.GROUPS);
    }
}
