package org.convscape.viewmodel.canvas;

import java.util.Collections;
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
import org.convscape.task.LatestWork;

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

    private final LatestWork beside;
    private final BiConsumer<LayoutResult, Boolean> arranged;
    /** Also filled from beside the screen: what was arranged for nobody any more may be wished for again. */
    private final Map<Wish, LayoutResult> known = Collections.synchronizedMap(new Kept());

    private Wish latest;
    private LayoutResult last = new LayoutResult(Map.of(), Map.of(), Map.of());
    private boolean coming;

    /**
     * @param arranged gets the places and whether better ones are on their way
     */
    CanvasArranger(Executor screen, JobRunner runner, BiConsumer<LayoutResult, Boolean> arranged) {
        this.beside = new LatestWork(runner, screen);
        this.arranged = arranged;
    }

    void arrange(VisibleGraph view, Map<String, Extent> sizes, Map<String, Point> positions) {
        Wish wish = new Wish(view, sizes, positions);
        if (wish.equals(latest)) {
            arranged.accept(last, coming);
            return;
        }
        latest = wish;
        beside.cancel();
        coming = false;
        LayoutResult before = known.get(wish);
        if (before != null || AutomaticLayout.effort(view) <= AT_ONCE) {
            last = before != null ? before : place(wish);
            arranged.accept(last, false);
        } else {
            last = Provisional.of(wish.request(), last);
            coming = true;
            arranged.accept(last, true);
            beside.start(() -> place(wish), this::show);
        }
    }

    private void show(LayoutResult better, Throwable failure) {
        coming = false;
        last = failure == null ? better : last;
        arranged.accept(last, false);
    }

    private LayoutResult place(Wish wish) {
        LayoutResult places = AutomaticLayout.arrange(wish.request());
        known.put(wish, places);
        return places;
    }

    private static final class Kept extends LinkedHashMap<Wish, LayoutResult> {
        private static final long serialVersionUID = 1L;

        Kept() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wish, LayoutResult> eldest) {
            return size() > KEPT;
        }
    }
}
