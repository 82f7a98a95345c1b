package org.convscape.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.convscape.op.library.Add;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {

    private static final Input PICTURE = Input.of(Shape.maps(4, 4, 3));

    @Test
    void theEntriesOfAGroupAreThePortsInsideThatTakeItsSource() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", PICTURE);
        String outside = builder.add("outside", new Relu(), picture);
        String result = builder.group(
                "stage",
                picture,
                source -> builder.group("block", source, inner -> {
                    String branch = builder.add("branch", new Relu(), inner);
                    return builder.add("sum", new Add(), inner, branch);
                }));
        builder.add("after", new Add(), outside, result);

        Graph graph = builder.build();

        assertEquals("stage/block/sum", result);
        List<Port> entries = List.of(new Port("stage/block/branch", 0), new Port("stage/block/sum", 0));
        for (String path : List.of("stage", "stage/block")) {
            Group group = graph.group(new GroupPath(path)).orElseThrow();
            assertEquals(entries, group.entries(), path);
            assertEquals(result, group.exit());
        }
        assertTrue(builder.scope().isRoot());
    }

    @Test
    void aGroupThatFailsLeavesTheScopeOfItsCaller() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", PICTURE);

        assertThrows(
                IllegalStateException.class,
                () -> builder.group("stage", picture, source -> {
                    throw new IllegalStateException("refused");
                }));

        assertTrue(builder.scope().isRoot());
    }

    @Test
    void namesAreTakenOnce() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", PICTURE);
        builder.group("stage", picture, source -> builder.add("relu", new Relu(), source));

        assertThrows(IllegalArgumentException.class, () -> builder.add("picture", PICTURE));
        assertThrows(IllegalArgumentException.class, () -> builder.group("stage", picture, source -> source));
    }

    /** With a look at every node after every group, 40,000 groups would take 2.4 thousand million steps. */
    @Test
    void buildingTakesTimeInProportionToTheNodes() {
        GraphBuilder builder = new GraphBuilder();
        String[] last = {builder.add("picture", PICTURE)};

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 40_000; i++) {
                last[0] = builder.group("block" + i, last[0], source -> {
                    String first = builder.add("first", new Relu(), source);
                    String second = builder.add("second", new Relu(), first);
                    return builder.add("sum", new Add(), source, second);
                });
            }
        });

        assertEquals(120_001, builder.build().size());
    }
}
