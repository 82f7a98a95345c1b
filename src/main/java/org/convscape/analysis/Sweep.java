package org.convscape.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;

/**
 * What a model costs over the values of one or two of its attributes: a line, or a plane.
 *
 * @param points the first range varies slowest
 */
public record Sweep(List<SweepRange> ranges, String convention, String unit, List<Point> points) {

    /** How many models one sweep may build. */
    public static final int MOST_POINTS = 10_000;

    /**
     * The cost for one combination of values.
     *
     * @param values one for each range
     * @param activations how many values all outputs have together
     */
    public record Point(List<String> values, long trainable, long total, long count, long activations) {

        /** Keeps an unmodifiable copy. */
        public Point {
            values = List.copyOf(values);
        }
    }

    /** Makes the model for one combination of values. */
    @FunctionalInterface
    public interface Construction {

        /**
         * The graph for these values, by the name of what is varied.
         *
         * @throws InvalidAttribute with a sentence when there is none
         */
        Graph build(Map<String, String> values);
    }

    /** Keeps unmodifiable copies. */
    public Sweep {
        ranges = List.copyOf(ranges);
        points = List.copyOf(points);
    }

    /**
     * Builds and counts every combination.
     *
     * @throws InvalidAttribute with a sentence when a combination cannot be built, or when there are too many
     */
    public static Sweep of(List<SweepRange> ranges, Construction construction, Convention convention) {
        if (ranges.isEmpty() || ranges.size() > 2) {
            throw new InvalidAttribute("A sweep varies one or two things, found " + ranges.size());
        }
        if (ranges.size() == 2 && ranges.get(0).name().equals(ranges.get(1).name())) {
            throw new InvalidAttribute("Both sweeps vary " + ranges.get(0).name() + "; two different ones would work");
        }
        long combinations =
                ranges.stream().mapToLong(range -> range.values().size()).reduce(1, Bounded::times);
        if (combinations > MOST_POINTS) {
            throw new InvalidAttribute("This sweep has " + combinations + " combinations, more than the " + MOST_POINTS
                    + " that can be; larger steps would work");
        }
        List<Point> points = new ArrayList<>();
        SweepRange first = ranges.get(0);
        for (int i = 0; i < first.values().size(); i++) {
            if (ranges.size() == 1) {
                points.add(point(List.of(first.at(i)), construction, convention));
                continue;
            }
            for (int j = 0; j < ranges.get(1).values().size(); j++) {
                points.add(point(List.of(first.at(i), ranges.get(1).at(j)), construction, convention));
            }
        }
        return new Sweep(ranges, convention.id(), convention.unit(), points);
    }

    private static Point point(List<String> settings, Construction construction, Convention convention) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            values.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        Analysis analysis;
        try {
            analysis = Analysis.of(construction.build(values));
        } catch (InvalidAttribute e) {
            throw new InvalidAttribute("At " + String.join(", ", settings) + ": " + e.getMessage());
        }
        if (!analysis.complete()) {
            Diagnostic fault = analysis.diagnostics().get(0);
            throw new InvalidAttribute(
                    "At " + String.join(", ", settings) + ": " + fault.node() + ": " + fault.message());
        }
        CostTable.Row total =
                CostTable.of(analysis, convention, CostTable.Grouping.TOTAL).total();
        long activations =
                analysis.nodes().stream().mapToLong(Measure.OUTPUTS::of).reduce(0, Bounded::plus);
        return new Point(List.copyOf(values.values()), total.trainable(), total.total(), total.count(), activations);
    }

    /**
     * A graph with one attribute of one node changed.
     *
     * @throws InvalidAttribute when there is no such node or attribute, or the value is out of range
     */
    public static Graph withAttribute(Graph graph, String path, String attribute, String value) {
        Node node = graph.find(path)
                .orElseThrow(() -> new InvalidAttribute("There is no node \"" + path + "\" in this network"));
        AttributeValues changed = node.operation().attributes().with(attribute, value);
        return graph.with(node.with(node.operation().type().create(changed)));
    }
}
