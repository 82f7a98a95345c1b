package org.convscape.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.convscape.tensor.Shape;

/**
 * What aligned networks cost, row by row: absolute, as a share of the network, and as a ratio to one of them. Rows sum
 * to the totals in every {@link Quantity} that {@link Quantity#sums sums}; of the others the largest is the total's.
 *
 * @param rows one for each row of the alignment
 * @param totals one for each network, counted over the whole and not from the rows
 */
public record ComparisonTable(NetworkAlignment alignment, Convention convention, List<Row> rows, List<Total> totals) {

    /** A column. */
    public enum Quantity {
        /** The numbers that training changes. */
        PARAMETERS(true),
        /** With batch normalisation's running statistics. */
        ALL_PARAMETERS(true),
        /** What the convention counts. */
        COUNT(true),
        /** Values in the outputs of all layers. */
        ACTIVATIONS(true),
        /** The most bytes of activations that live at once during a row, as in {@link MemoryProfile}. */
        PEAK_BYTES(false),
        /** The side of the largest receptive field, of oblong ones that of a square of the same area. */
        RECEPTIVE_FIELD(false),
        /** Layers with multiply-adds on the longest path from picture to result. */
        DEPTH(true),
        /** Medians. */
        MILLISECONDS(true);

        private final boolean sums;

        Quantity(boolean sums) {
            this.sums = sums;
        }

        /** True where rows sum to the total; else the total is the largest of them. */
        public boolean sums() {
            return sums;
        }
    }

    /**
     * What one network comes to in one row, or as a whole.
     *
     * @param fieldHeight rows of the picture that a value can depend on, the most; 0 where none is known
     * @param fieldWidth columns, likewise
     * @param milliseconds empty where nothing was measured
     * @param complete false where a shape is unknown: then every number is "at least"
     */
    public record Figures(
            long trainable,
            long parameters,
            long count,
            long activations,
            long peakBytes,
            long fieldHeight,
            long fieldWidth,
            int depth,
            OptionalDouble milliseconds,
            boolean complete) {

        /** One of them; empty where it was not measured or is not known. */
        public OptionalDouble of(Quantity quantity) {
            return switch (quantity) {
                case PARAMETERS -> OptionalDouble.of(trainable);
                case ALL_PARAMETERS -> OptionalDouble.of(parameters);
                case COUNT -> OptionalDouble.of(count);
                case ACTIVATIONS -> OptionalDouble.of(activations);
                case PEAK_BYTES -> OptionalDouble.of(peakBytes);
                case RECEPTIVE_FIELD ->
                    fieldHeight == 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(Math.sqrt((double) fieldHeight * fieldWidth));
                case DEPTH -> OptionalDouble.of(depth);
                case MILLISECONDS -> milliseconds;
            };
        }
    }

    /**
     * One row.
     *
     * @param shapes for each network the shapes of its maps in this row, each once, in the order of the run
     * @param figures for each network; empty where it has nothing here
     */
    public record Row(NetworkAlignment.Row aligned, List<List<Shape>> shapes, List<Optional<Figures>> figures) {

        /** Keeps unmodifiable copies. */
        public Row {
            shapes = List.copyOf(shapes);
            figures = List.copyOf(figures);
        }
    }

    /**
     * One network.
     *
     * @param inputs the shapes of its pictures
     * @param overhead what of the measured time lies in no layer; the rows and this sum to the total's milliseconds
     * @param problem the first thing the matter, where its figures are not complete
     * @param problems how many things are the matter
     */
    public record Total(
            List<Shape> inputs, Figures figures, OptionalDouble overhead, Optional<Diagnostic> problem, int problems) {

        /** Keeps an unmodifiable copy. */
        public Total {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * What was measured of a network.
     *
     * @param byPath the median of every layer's step, in milliseconds; what was folded into another has none
     * @param total the median of the whole run
     */
    public record Times(Map<String, Double> byPath, double total) {

        /** Keeps an unmodifiable copy. */
        public Times {
            byPath = Map.copyOf(byPath);
        }
    }

    /** Keeps unmodifiable copies. */
    public ComparisonTable {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /** Counts aligned networks, without times. */
    public static ComparisonTable of(NetworkAlignment alignment, Convention convention) {
        return of(
                alignment,
                convention,
                alignment.networks().stream()
                        .map(unmeasured -> Optional.<Times>empty())
                        .toList());
    }

    /**
     * Counts aligned networks.
     *
     * @param times one for each network, empty where it was not measured
     */
    public static ComparisonTable of(NetworkAlignment alignment, Convention convention, List<Optional<Times>> times) {
        List<NetworkFigures> networks = IntStream.range(0, times.size())
                .mapToObj(i -> new NetworkFigures(alignment.networks().get(i), convention, times.get(i)))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (NetworkAlignment.Row row : alignment.rows()) {
            List<Optional<Figures>> figures = new ArrayList<>();
            List<List<Shape>> shapes = new ArrayList<>();
            for (int i = 0; i < networks.size(); i++) {
                List<NodeFacts> layers = row.parts().get(i).layers();
                figures.add(
                        layers.isEmpty()
                                ? Optional.empty()
                                : Optional.of(networks.get(i).of(layers)));
                shapes.add(layers.stream()
                        .flatMap(facts -> facts.inferred().shape().stream())
                        .distinct()
                        .toList());
            }
            rows.add(new Row(row, shapes, figures));
        }
        return new ComparisonTable(
                alignment,
                convention,
                rows,
                networks.stream().map(NetworkFigures::total).toList());
    }

    /** True where the pictures of the networks have different shapes: then costs are each at its own. */
    public boolean inputsDiffer() {
        return totals.stream().map(Total::inputs).distinct().count() > 1;
    }

    /** What a row has of its network, 0 … 1; empty where there is nothing, or the quantity does not sum. */
    public OptionalDouble share(Row row, int network, Quantity quantity) {
        OptionalDouble part = figure(row, network, quantity);
        double whole = totals.get(network).figures().of(quantity).orElse(0);
        return !quantity.sums() || part.isEmpty() || whole == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(part.getAsDouble() / whole);
    }

    /** How many times as much a network has in a row as the one it is compared with; empty where either has none. */
    public OptionalDouble ratio(Row row, int network, int base, Quantity quantity) {
        return ratio(figure(row, network, quantity), figure(row, base, quantity));
    }

    /** How many times as much a network has as the one it is compared with; empty where either has none. */
    public OptionalDouble ratio(int network, int base, Quantity quantity) {
        return ratio(
                totals.get(network).figures().of(quantity),
                totals.get(base).figures().of(quantity));
    }

    private static OptionalDouble ratio(OptionalDouble one, OptionalDouble base) {
        return one.isEmpty() || base.orElse(0) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.getAsDouble() / base.getAsDouble());
    }

    private static OptionalDouble figure(Row row, int network, Quantity quantity) {
        return row.figures().get(network).map(figures -> figures.of(quantity)).orElse(OptionalDouble.empty());
    }
}
