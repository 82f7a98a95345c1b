package org.convscape.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.convscape.wording.CostWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BlockLibraryTest {

    private static Stream<BlockTemplate> templates() {
        return BlockLibrary.standard().templates().stream();
    }

    private static Graph build(BlockTemplate template, Shape input, Map<String, ?> values) {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("input", Input.of(input));
        template.addTo(builder, "block", new AttributeValues(template.schema(), values), picture);
        return builder.build();
    }

    private static Graph build(String id, Map<String, ?> values) {
        BlockTemplate template = BlockLibrary.standard().find(id).orElseThrow();
        return build(template, template.exampleInput(), values);
    }

    private static CostTable.Row total(Graph graph) {
        return CostTable.of(Analysis.of(graph), Convention.MACS, CostTable.Grouping.TOTAL)
                .total();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateFitsItsExampleInputAndRemembersItsProvenance(BlockTemplate template) {
        Graph graph = build(template, template.exampleInput(), Map.of());

        Analysis analysis = Analysis.of(graph);
        assertEquals(List.of(), analysis.diagnostics());
        Group group = graph.group(new GroupPath("block")).orElseThrow();
        assertEquals(template.id(), group.template());
        assertEquals(template.schema().defaults(), group.attributes());
        assertFalse(group.entries().isEmpty());
        assertTrue(graph.find(group.exit()).isPresent());
        assertEquals(1, analysis.outputs().size(), "one result");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateExpandsAlikeAgainFromWhatItRemembers(BlockTemplate template) {
        Graph first = build(template, template.exampleInput(), Map.of());
        AttributeValues remembered =
                first.group(new GroupPath("block")).orElseThrow().attributes();

        assertEquals(first, build(template, template.exampleInput(), remembered.asMap()));
    }

    /** Hand-computed: kernels only under the convention; trainable with biases or scale and shift. */
    @ParameterizedTest
    @CsvSource({
        "residual-basic,      56×56×64,   73984,   231211008",
        "residual-bottleneck, 56×56×256,  70400,   218365952",
        "inception-naive,     28×28×416,  387296,  303464448",
        "inception-v1,        28×28×256,  163696,  128049152",
        "separable-conv,      56×56×64,   4672,    14651392",
        "mobilenet-pair,        56×56×64,   4928,    14651392",
    })
    void defaultsCostWhatTheyShould(String id, String output, long trainable, long multiplyAdds) {
        CostTable.Row total = total(build(id, Map.of()));

        assertEquals(output, CostWords.output(total));
        assertEquals(trainable, total.trainable());
        assertEquals(multiplyAdds, total.count());
    }

    @Test
    void theStrideInTheFirstConvolutionSavesMultiplyAddsAndNoParameters() {
        Map<String, Object> late = Map.of("width", 128, "channels", 512, "stride", 2, "shortcut", Shortcut.PROJECTION);
        Graph spatial = build("residual-bottleneck", late);
        Graph first = build(
                "residual-bottleneck",
                Map.of(
                        "width",
                        128,
                        "channels",
                        512,
                        "stride",
                        2,
                        "shortcut",
                        Shortcut.PROJECTION,
                        "strideAt",
                        StridePlacement.FIRST));

        assertEquals(372_506_624, total(spatial).count());
        assertEquals(372_506_624 - 77_070_336, total(first).count());
        assertEquals(total(spatial).trainable(), total(first).trainable());
    }

    @Test
    void aZeroPaddedShortcutHasNoParameters() {
        Graph graph = build("residual-basic", Map.of("channels", 128, "stride", 2, "shortcut", Shortcut.ZERO_PAD));

        assertEquals("28×28×128", CostWords.output(total(graph)));
        assertEquals(9 * 64 * 128 + 9 * 128 * 128 + 4 * 128, total(graph).trainable());
    }

    @Test
    void thePlainTwinHasNoSum() {
        Graph plain = build("residual-basic", Map.of("shortcut", Shortcut.NONE));

        assertTrue(plain.nodes().stream()
                .noneMatch(node -> node.operation().type().id().equals("add")));
        assertEquals(
                total(build("residual-basic", Map.of())).count(), total(plain).count());
    }

    @Test
    void namesFollowTheOriginThatIsChosen() {
        Map<String, Object> projection = Map.of("shortcut", Shortcut.PROJECTION);
        Graph torch = build(
                "residual-bottleneck", Map.of("names", ResidualNames.TORCHVISION, "shortcut", Shortcut.PROJECTION));
        Graph keras =
                build("residual-bottleneck", Map.of("names", ResidualNames.KERAS, "shortcut", Shortcut.PROJECTION));

        assertTrue(build("residual-bottleneck", projection)
                .find("block/spatial_bn")
                .isPresent());
        assertTrue(torch.find("block/bn2").isPresent());
        assertTrue(torch.find("block/downsample/1").isPresent());
        assertTrue(keras.find("block/block_2_bn").isPresent());
        assertTrue(keras.find("block/block_0_conv").isPresent());
        assertEquals(total(torch).trainable(), total(keras).trainable());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "residual-basic      | stride=2          | shortcut=projection",
                "residual-basic      | kernel=4          | 5 would work",
                "residual-bottleneck | groups=3          | 66 would work",
                "inception-v1        | largeKernel=2     | 3 would work",
                "mobilenet-pair      | kernel=2          | 3 would work",
            })
    void valuesThatDoNotGoTogetherAreRefusedWithOneThatWould(String id, String setting, String advice) {
        BlockTemplate template = BlockLibrary.standard().find(id).orElseThrow();
        String[] parts = setting.split("=", -1);
        AttributeValues values = template.schema().defaults().with(parts[0], parts[1]);
        GraphBuilder builder = new GraphBuilder();

        InvalidAttribute refusal =
                assertThrows(InvalidAttribute.class, () -> template.expand(builder, values, Node.OPEN));

        assertTrue(refusal.getMessage().contains(advice), refusal.getMessage());
    }
}
