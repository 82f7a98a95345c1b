package org.convscape.viewmodel.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.convscape.document.Point;
import org.convscape.layout.AutomaticLayout;
import org.convscape.layout.Extent;
import org.convscape.layout.LayoutRequest;
import org.convscape.layout.LayoutResult;
import org.convscape.layout.Provisional;
import org.convscape.layout.VisibleGraph;
import org.convscape.task.JobRunner;
import org.convscape.task.RunningJob;

/**
 * Finds places for cards: at once where that is quick or was done before, else on another thread, with what was known
 * before in the meantime. The latest request wins.
 */
final class CanvasArranger {
    /** With more to arrange than this, it would not fit into a frame with all else that an edit does. */
    static final long AT_ONCE = 120;

    /** How many arrangements are kept, so that undo and redo find them at hand. */
    private static final int KEPT = 8;

    private record Wish(VisibleGraph view, Map<String, Extent> sizes, Map<String, Point> positions) {
        LayoutRequest request() {
            return new LayoutRequest(view, card -> sizes.get(card.path()), positions, LayoutRequest.GROUP_HEADER);
        }
    }

    private final Executor screen;
    private final JobRunner runner;
    private final BiConsumer<LayoutResult, Boolean> arranged;
    private final Map<Wish, LayoutResult> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wish, LayoutResult> eldest) {
            return size() > KEPT;
        }
    };
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
        LayoutResult before = known.get(wish);
        if (before != null || AutomaticLayout.effort(view) <= AT_ONCE) {
            last = before != null ? before : place(wish);
            known.put(wish, last);
            arranged.accept(last, false);
        } else {
            last = Provisional.of(wish.request(), last);
            arranged.accept(last, true);
            start(wish);
        }
    }

    private void start(Wish wish) {
        RunningJob<LayoutResult> job = runner.start((progress, cancellation) -> place(wish));
        running = job;
        job.result()
                .whenComplete((result, failure) -> screen.execute(() -> {
                    if (result != null) {
                        known.put(wish, result);
                    }
                    if (wish == latest) {
                        running = null;
                        last = result == null ? last : result;
                        arranged.accept(last, false);
                    }
                }));
    }

    private static LayoutResult place(Wish wish) {
        return AutomaticLayout.arrange(wish.request());
    }
}
