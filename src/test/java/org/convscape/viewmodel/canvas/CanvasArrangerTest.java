package org.convscape.viewmodel.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.convscape.document.Point;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.layout.AutomaticLayout;
import org.convscape.layout.Box;
import org.convscape.layout.Extent;
import org.convscape.layout.LayoutResult;
import org.convscape.layout.Link;
import org.convscape.layout.VisibleGraph;
import org.convscape.op.library.Relu;
import org.convscape.task.JobRunner;
import org.convscape.testing.DenseNets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever would hold up the screen is arranged beside it, while everything stays where it was. */
class CanvasArrangerTest {
    private static final Graph DENSE = DenseNets.of(12);

    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final JobRunner beside = JobRunner.threads("arranging", 1);
    private final List<LayoutResult> arranged = new ArrayList<>();
    private boolean more;
    private final CanvasArranger arranger = new CanvasArranger(screen::add, beside, (places, coming) -> {
        arranged.add(places);
        more = coming;
    });

    @AfterEach
    void close() {
        beside.close();
    }

    private void arrange(Graph graph) {
        VisibleGraph view = VisibleGraph.of(graph, Set.of());
        Map<String, Extent> sizes = new HashMap<>();
        view.cards().forEach(card -> sizes.put(card.path(), new Extent(160, 90)));
        arranger.arrange(view, sizes, Map.<String, Point>of());
    }

    /** Lets the screen do what it was asked to, once that is there. */
    private LayoutResult settled() throws InterruptedException {
        while (more) {
            Runnable next = screen.poll(60, TimeUnit.SECONDS);
            assertTrue(next != null, "no arrangement came");
            next.run();
        }
        return last();
    }

    private LayoutResult last() {
        return arranged.get(arranged.size() - 1);
    }

    @Test
    void aDenseGraphIsNotArrangedOnTheScreensThread() throws InterruptedException {
        assertTrue(VisibleGraph.of(DENSE, Set.of()).cards().size() < 100, "few cards");

        arrange(DENSE);

        assertTrue(more, "better places are on their way");
        assertEquals(DENSE.size(), settled().cards().size());
    }

    @Test
    void whatIsThereStaysWhileWhatIsNewStandsBesideItsSource() throws InterruptedException {
        arrange(DENSE);
        LayoutResult before = settled();

        arrange(DENSE.with(new Node("new", new Relu(), List.of("block1-cat"))));

        assertTrue(more);
        before.cards().forEach((path, box) -> assertEquals(box, last().cards().get(path), path));
        before.routes()
                .forEach((link, route) -> assertEquals(route, last().routes().get(link), link::toString));
        Box source = before.cards().get("block1-cat");
        Box added = last().cards().get("new");
        assertTrue(added.x() > source.right() && added.y() == source.y(), added::toString);
        assertTrue(last().routes().keySet().stream().map(Link::to).anyMatch("new"::equals), "its connection is drawn");
        settled();
        assertEquals(DENSE.size() + 1, last().cards().size());
    }

    @Test
    void whatWasArrangedOnceIsAtHandWhenAnEditIsTakenBack() throws InterruptedException {
        arrange(DENSE);
        LayoutResult before = settled();
        arrange(DENSE.with(new Node("new", new Relu(), List.of("block1-cat"))));
        settled();

        arrange(DENSE);

        assertFalse(more, "undo waits for nothing");
        assertEquals(before, last());
    }

    @Test
    void onlyTheLatestIsShown() throws InterruptedException {
        arrange(DENSE);
        settled();
        Graph one = DENSE.with(new Node("one", new Relu(), List.of("block1-cat")));
        Graph two = one.with(new Node("two", new Relu(), List.of("one")));
        arrange(one);
        arrange(two);

        assertEquals(two.size(), settled().cards().size());
    }

    @Test
    void aSmallGraphIsArrangedAtOnce() {
        Graph small = DenseNets.of(2);
        assertTrue(AutomaticLayout.effort(VisibleGraph.of(small, Set.of())) <= CanvasArranger.AT_ONCE);

        arrange(small);

        assertFalse(more);
        assertEquals(small.size(), last().cards().size());
    }
}
