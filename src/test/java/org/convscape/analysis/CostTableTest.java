package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.Padding;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostTableTest {

    /** A stem, a stage with a block that holds a block, and a plain top-level group. */
    private static Graph network() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(8, 8, 3)));
        String stem = builder.add("stem", Conv2d.of(16, 3, 1, Padding.SAME, true), picture);
        String stage = builder.group(
                "stage",
                stem,
                in -> block(builder, "outer", in, outer -> {
                    String inner = block(
                            builder,
                            "inner",
                            outer,
                            x -> builder.add("conv", Conv2d.of(16, 1, 1, Padding.VALID, false), x));
                    return builder.add("add", new Add(), inner, outer);
                }));
        builder.group("head", stage, in -> {
            String first = builder.add("first", Conv2d.of(4, 1, 1, Padding.VALID, false), in);
            return builder.add("second", Conv2d.of(2, 1, 1, Padding.VALID, false), first);
        });
        return builder.build();
    }

    private static String block(
            GraphBuilder builder, String name, String source, java.util.function.UnaryOperator<String> body) {
        return builder.block(name, "template-of-" + name, AttributeSchema.EMPTY.defaults(), source, body);
    }

    @ParameterizedTest
    @EnumSource(CostTable.Grouping.class)
    void rowsSumToTheTotalHoweverTheyAreGrouped(CostTable.Grouping grouping) {
        CostTable table = CostTable.of(Analysis.of(network()), Convention.MACS, grouping);

        assertEquals(
                table.total().count(),
                table.rows().stream().mapToLong(CostTable.Row::count).sum());
        assertEquals(
                table.total().trainable(),
                table.rows().stream().mapToLong(CostTable.Row::trainable).sum());
        assertEquals(
                table.total().total(),
                table.rows().stream().mapToLong(CostTable.Row::total).sum());
        assertEquals(64 * (27 * 16 + 16 * 16 + 16 * 4 + 4 * 2), table.total().count());
        assertTrue(table.complete());
    }

    @Test
    void aBlockRowIsTheOutermostBlockElseTheTopLevelGroupElseTheNode() {
        CostTable table = CostTable.of(Analysis.of(network()), Convention.MACS, CostTable.Grouping.BLOCK);

        assertEquals(
                List.of("picture", "stem", "stage/outer", "head"),
                table.rows().stream().map(CostTable.Row::path).toList());
        assertEquals(
                List.of("input", "conv2d", "template-of-outer", "group"),
                table.rows().stream().map(CostTable.Row::operation).toList());
        assertEquals(
                List.of(Optional.of(Shape.maps(8, 8, 2))), table.rows().get(3).outputs());
    }

    @Test
    void whatTheConventionLeavesOutIsARowOfZeroAndIsNamed() {
        CostTable table = CostTable.of(Analysis.of(network()), Convention.MACS, CostTable.Grouping.NODE);

        CostTable.Row add = table.rows().stream()
                .filter(row -> row.operation().equals("add"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, add.count());
        assertEquals(List.of("Add"), table.notCounted());
    }

    @Test
    void theTableCarriesUnitConventionInputSizeAndBatch() {
        CostTable table = CostTable.of(Analysis.of(network()), Convention.MACS, CostTable.Grouping.TOTAL);

        assertEquals("macs", table.convention());
        assertEquals("multiply-adds", table.unit());
        assertEquals(List.of(Shape.maps(8, 8, 3)), table.inputs());
        assertEquals(1, table.batch());
        assertEquals(List.of(Optional.of(Shape.maps(8, 8, 2))), table.total().outputs());
    }

    @Test
    void anUnknownShapeMakesItsRowAndTheTotalIncomplete() {
        Graph open = network().with(new Node("loose", Conv2d.of(4, 3, 1, Padding.SAME, false), List.of(Node.OPEN)));

        CostTable table = CostTable.of(Analysis.of(open), Convention.MACS, CostTable.Grouping.NODE);

        assertFalse(table.complete());
        CostTable.Row loose = table.rows().stream()
                .filter(row -> row.path().equals("loose"))
                .findFirst()
                .orElseThrow();
        assertFalse(loose.complete());
        assertEquals(List.of(Optional.empty()), loose.outputs());
        assertEquals(1, table.rows().stream().filter(row -> !row.complete()).count());
    }
}
