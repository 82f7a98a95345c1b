package org.convscape.viewmodel.inspector;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscape.maps.KernelSheet;
import org.convscape.maps.MapStatistics;

/**
 * The numbers in a layer's arrays, and its kernels as a picture.
 *
 * @param statistics by the array's name
 * @param large the names of arrays of more numbers than are looked at here
 * @param picture of the kernels; empty where the layer has none, or too many numbers
 */
public record Kernels(Map<String, MapStatistics> statistics, Set<String> large, Optional<Sheet> picture) {

    /** What is known of a selection without arrays. */
    public static final Kernels NONE = new Kernels(Map.of(), Set.of(), Optional.empty());

    /**
     * A part of the kernels.
     *
     * @param input which input's weights are shown, from 0
     */
    public record Sheet(KernelSheet.Layout layout, KernelSheet drawn, int input) {

        /** The first tile that is shown, from 0. */
        public int first() {
            return drawn.tiles().get(0).index();
        }

        /** The last one. */
        public int last() {
            return drawn.tiles().get(drawn.tiles().size() - 1).index();
        }
    }

    /** Keeps unmodifiable copies. */
    public Kernels {
        statistics = Map.copyOf(statistics);
        large = Set.copyOf(large);
    }
}
