package org.convscape.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.document.Layout;
import org.convscape.document.Point;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.GroupPath;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.convscape.testing.RandomGraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticLayoutTest {
    private static final Function<Card, Extent> SIZES = card -> new Extent(card.collapsedGroup() ? 200 : 160, 90);

    private static Conv2d convolution() {
        return Conv2d.of(8, 3, 1, Padding.SAME, false);
    }

    /** A picture and residual blocks behind each other, each a group. */
    private static Graph residual(int blocks) {
        GraphBuilder builder = new GraphBuilder();
        String at = builder.add("picture", Input.of(Shape.maps(32, 32, 8)));
        for (int i = 0; i < blocks; i++) {
            at = builder.group("block" + i, at, source -> {
                String first = builder.add("first", convolution(), source);
                String second = builder.add("second", convolution(), first);
                return builder.add("add", new Add(), second, source);
            });
        }
        return builder.build();
    }

    private static LayoutRequest request(Graph graph, Layout layout) {
        return LayoutRequest.of(Document.of("test", graph).with(layout), SIZES);
    }

    @Test
    void dataFlowsFromLeftToRightAndGroupsStandAroundWhatTheyHold() {
        LayoutRequest request = request(residual(3), Layout.AUTOMATIC);
        LayoutResult result = AutomaticLayout.arrange(request);

        for (Link link : request.view().links()) {
            Box from = result.cards().get(link.from());
            Box to = result.cards().get(link.to());
            assertTrue(from.right() < to.x(), link + " runs to the right");
        }
        assertEquals(3, result.groups().size());
        assertSound(request, result);
    }

    @Test
    void aTitleFitsAboveTheContentsOfAGroup() {
        LayoutResult result = AutomaticLayout.arrange(request(residual(1), Layout.AUTOMATIC));
        Box group = result.groups().get(new GroupPath("block0"));

        for (String card : List.of("block0/first", "block0/second", "block0/add")) {
            assertTrue(result.cards().get(card).y() - group.y() >= LayoutRequest.GROUP_HEADER);
        }
    }

    @Test
    void aCollapsedGroupIsOneCardWithOneLinkInAndOneOut() {
        GroupPath middle = new GroupPath("block1");
        LayoutRequest request = request(residual(3), Layout.AUTOMATIC.collapsed(Set.of(middle), true));

        assertEquals(
                Set.of(new GroupPath("block0"), new GroupPath("block2")),
                Set.copyOf(request.view().groups()));
        List<Link> touching = request.view().links().stream()
                .filter(link -> link.from().equals("block1") || link.to().equals("block1"))
                .toList();
        assertEquals(
                Set.of("block2/first", "block2/add"),
                touching.stream()
                        .filter(link -> link.from().equals("block1"))
                        .map(Link::to)
                        .collect(java.util.stream.Collectors.toSet()),
                "the next block is open: its convolution and its addition take from the card");
        assertEquals(
                2,
                touching.stream()
                        .filter(link -> link.to().equals("block1"))
                        .findFirst()
                        .orElseThrow()
                        .edges()
                        .size(),
                "the connections into a collapsed block are drawn as one");
        assertSound(request, AutomaticLayout.arrange(request));
    }

    @Test
    void theSameRequestGivesTheSameResult() {
        LayoutRequest request = request(residual(6), Layout.AUTOMATIC);
        assertEquals(AutomaticLayout.arrange(request), AutomaticLayout.arrange(request));
    }

    @Test
    void aMovedGroupTakesItsContentsWithItAndAMovedCardStretchesItsGroup() {
        Graph graph = residual(2);
        LayoutResult automatic = AutomaticLayout.arrange(request(graph, Layout.AUTOMATIC));
        GroupPath group = new GroupPath("block1");

        Layout movedGroup = Layout.AUTOMATIC.moved(Map.of("block1", new Point(1000, 2000)));
        LayoutResult result = AutomaticLayout.arrange(request(graph, movedGroup));
        assertEquals(new Point(1000, 2000), result.groups().get(group).corner());
        double dx = 1000 - automatic.groups().get(group).x();
        double dy = 2000 - automatic.groups().get(group).y();
        assertEquals(
                automatic.cards().get("block1/add").moved(dx, dy),
                result.cards().get("block1/add"));
        assertEquals(automatic.cards().get("picture"), result.cards().get("picture"));

        Layout movedCard = movedGroup.moved(Map.of("block1/add", new Point(3000, 2500)));
        LayoutRequest request = request(graph, movedCard);
        result = AutomaticLayout.arrange(request);
        assertEquals(new Point(3000, 2500), result.cards().get("block1/add").corner());
        assertRoutesJoinTheirPorts(request, result);
        assertGroupsHoldTheirCards(request, result);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyGraphCanBeDrawnEvenWithCycles(long seed) {
        Graph graph = RandomGraphs.graph(seed, List.of(Input.TYPE, Conv2d.TYPE, Add.TYPE), 60, seed % 3 == 0);
        Layout layout = Layout.AUTOMATIC;
        int index = 0;
        for (var group : graph.groups()) {
            layout = layout.collapsed(Set.of(group.path()), index++ % 3 == 1);
        }
        LayoutRequest request = request(graph, layout);

        assertSound(request, AutomaticLayout.arrange(request));
        assertSound(request, ColumnLayout.arrange(request));
    }

    @Test
    void layeredDrawingDoesNotFailOnCommonGraphs() {
        for (long seed = 0; seed < 30; seed++) {
            Graph graph = RandomGraphs.graph(seed, List.of(Input.TYPE, Conv2d.TYPE, Add.TYPE), 60, false);
            LayeredLayout.arrange(request(graph, Layout.AUTOMATIC));
        }
        LayeredLayout.arrange(request(Graph.EMPTY, Layout.AUTOMATIC));
    }

    @Test
    void fiveHundredNodesTakeLessThanASecondOnceWarm() {
        LayoutRequest request = request(residual(167), Layout.AUTOMATIC);
        LayeredLayout.arrange(request);
        LayeredLayout.arrange(request);
        // Processor time, not the clock's: other builds on the same machine must not fail this.
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = threads.getCurrentThreadCpuTime();
            LayeredLayout.arrange(request);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        assertTrue(best < 1_000_000_000L, "the quickest of five took " + best / 1_000_000 + " ms");
    }

    @Test
    void aGraphOfThousandsOfCardsIsDrawnInColumns() {
        LayoutRequest request = request(residual(2_000), Layout.AUTOMATIC);
        LayoutResult result = assertTimeout(Duration.ofSeconds(10), () -> AutomaticLayout.arrange(request));
        assertEquals(6_001, result.cards().size());
        assertGroupsHoldTheirCards(request, result);
    }

    private static void assertSound(LayoutRequest request, LayoutResult result) {
        assertEquals(request.view().cards().size(), result.cards().size());
        assertNothingOverlaps(request, result);
        assertGroupsHoldTheirCards(request, result);
        assertRoutesJoinTheirPorts(request, result);
    }

    private static void assertNothingOverlaps(LayoutRequest request, LayoutResult result) {
        record Placed(String path, GroupPath within, Box box) {}
        List<Placed> placed = new ArrayList<>();
        request.view()
                .cards()
                .forEach(card -> placed.add(
                        new Placed(card.path(), card.within(), result.cards().get(card.path()))));
        result.groups()
                .forEach((group, box) -> placed.add(new Placed(
                        group.text(),
                        VisibleGraph.around(group.text(), result.groups().keySet()),
                        box)));
        for (int i = 0; i < placed.size(); i++) {
            for (int j = 0; j < i; j++) {
                Placed a = placed.get(i);
                Placed b = placed.get(j);
                if (a.within().equals(b.within())) {
                    assertFalse(overlap(a.box(), b.box()), () -> a + " overlaps " + b);
                }
            }
        }
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.right() - 0.01
                && b.x() < a.right() - 0.01
                && a.y() < b.bottom() - 0.01
                && b.y() < a.bottom() - 0.01;
    }

    private static void assertGroupsHoldTheirCards(LayoutRequest request, LayoutResult result) {
        for (Card card : request.view().cards()) {
            if (!card.within().isRoot()) {
                Box group = result.groups().get(card.within());
                Box box = result.cards().get(card.path());
                assertTrue(
                        group.x() <= box.x()
                                && group.y() <= box.y()
                                && box.right() <= group.right()
                                && box.bottom() <= group.bottom(),
                        () -> card + " at " + box + " lies in " + group);
            }
        }
    }

    private static void assertRoutesJoinTheirPorts(LayoutRequest request, LayoutResult result) {
        Map<String, Integer> inputs = new java.util.HashMap<>();
        request.view().cards().forEach(card -> inputs.put(card.path(), card.inputs()));
        for (Link link : request.view().links()) {
            List<Point> route = result.routes().get(link);
            assertNear(result.cards().get(link.from()).output(), route.get(0), link);
            assertNear(
                    result.cards().get(link.to()).input(link.port(), inputs.get(link.to())),
                    route.get(route.size() - 1),
                    link);
        }
    }

    private static void assertNear(Point expected, Point found, Link link) {
        assertTrue(
                Math.hypot(expected.x() - found.x(), expected.y() - found.y()) < 0.5,
                () -> link + ": expected " + expected + ", found " + found);
    }

    @Test
    void aLongChainIsBrokenIntoRowsThatDoNotOverlap() {
        LayoutRequest request = request(residual(16), Layout.AUTOMATIC);
        LayoutResult result = AutomaticLayout.arrange(request);
        Box bounds = result.bounds();

        assertTrue(bounds.width() < 4 * bounds.height(), bounds::toString);
        List<Box> frames = new ArrayList<>(result.groups().values());
        for (int i = 0; i < frames.size(); i++) {
            for (int j = i + 1; j < frames.size(); j++) {
                assertFalse(meet(frames.get(i), frames.get(j)), frames.get(i) + " and " + frames.get(j));
            }
        }
        for (Link link : request.view().links()) {
            List<Point> route = result.routes().get(link);
            Box from = result.cards().get(link.from());
            assertEquals(from.output(), route.get(0), link::toString);
            for (int i = 0; i + 1 < route.size(); i++) {
                Point one = route.get(i);
                Point next = route.get(i + 1);
                assertTrue(
                        Math.abs(one.x() - next.x()) < 1e-6 || Math.abs(one.y() - next.y()) < 1e-6,
                        () -> link + " runs aslant");
            }
        }
        result.cards().forEach((path, box) -> {
            Box frame = result.groups().get(GroupPath.of(path));
            assertTrue(
                    frame == null
                            || (box.x() >= frame.x()
                                    && box.y() >= frame.y()
                                    && box.right() <= frame.right()
                                    && box.bottom() <= frame.bottom()),
                    path);
        });
    }

    private static boolean meet(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }
}
