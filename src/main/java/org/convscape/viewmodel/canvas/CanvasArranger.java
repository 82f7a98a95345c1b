package org.convscape.viewmodel.canvas;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.layout.AutomaticLayout;
import org.convscape.layout.Box;
import org.convscape.layout.Card;
import org.convscape.layout.Extent;
import org.convscape.layout.LayoutRequest;
import org.convscape.layout.LayoutResult;
import org.convscape.layout.VisibleGraph;
import org.convscape.task.JobRunner;
import org.convscape.task.RunningJob;

/**
 * Finds places for cards: at once where that is quick, else on another thread, with what was known before in the
 * meantime. The latest request wins.
 */
final class CanvasArranger {
    /** With more cards than this, arranging would be felt as a pause. */
    static final int AT_ONCE = 150;

    private record Wish(VisibleGraph view, Map<String, Extent> sizes, Map<String, Point> positions) {}

    private final Executor screen;
    private final JobRunner runner;
    private final BiConsumer<LayoutResult, Boolean> arranged;
    private Wish latest;
    private LayoutResult last = new LayoutResult(Map.of(), Map.of(), Map.of());
    private RunningJob<LayoutResult> running;

    /**
     * @param arranged gets the places and whether better ones are on their way
     */
    CanvasArranger(Executor screen, JobRunner runner, BiConsumer<LayoutResult, Boolean> arranged) {
        this.screen = screen;
        this.runner = runner;
        this.arranged = arranged;
    }

    void arrange(VisibleGraph view, Map<String, Extent> sizes, Map<String, Point> positions) {
        Wish wish = new Wish(view, sizes, positions);
        if (wish.equals(latest)) {
            arranged.accept(last, running != null);
            return;
        }
        latest = wish;
        if (running != null) {
            running.cancel();
            running = null;
        }
        if (view.cards().size() <= AT_ONCE) {
            last = place(wish);
            arranged.accept(last, false);
        } else {
            last = provisional(wish);
            arranged.accept(last, true);
            start(wish);
        }
    }

    private void start(Wish wish) {
        RunningJob<LayoutResult> job = runner.start((progress, cancellation) -> place(wish));
        running = job;
        job.result()
                .whenComplete((result, failure) -> screen.execute(() -> {
                    if (wish == latest) {
                        running = null;
                        last = result == null ? last : result;
                        arranged.accept(last, false);
                    }
                }));
    }

    private static LayoutResult place(Wish wish) {
        return AutomaticLayout.arrange(new LayoutRequest(
                wish.view(), card -> wish.sizes().get(card.path()), wish.positions(), LayoutRequest.GROUP_HEADER));
    }

    /** Everything stays where it was or goes where a person put it; what is new waits for its place. */
    private LayoutResult provisional(Wish wish) {
        Map<String, Box> cards = new LinkedHashMap<>();
        for (Card card : wish.view().cards()) {
            Extent extent = wish.sizes().get(card.path());
            Point put = wish.positions().get(card.path());
            Box before = last.cards().get(card.path());
            if (put != null || before != null) {
                Point corner = put != null ? put : before.corner();
                cards.put(card.path(), new Box(corner.x(), corner.y(), extent.width(), extent.height()));
            }
        }
        Map<GroupPath, Box> groups = new HashMap<>(last.groups());
        groups.keySet().retainAll(Set.copyOf(wish.view().groups()));
        return new LayoutResult(cards, groups, last.routes());
    }
}
