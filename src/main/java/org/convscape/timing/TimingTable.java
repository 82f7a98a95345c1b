package org.convscape.timing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Bounded;
import org.convscape.attribute.Size;
import org.convscape.op.Operation;
import org.convscape.op.Window;

/**
 * Times beside the work they were for. The medians of the rows and the overhead sum to the total's.
 *
 * @param rows in the order of the run
 */
public record TimingTable(Timing timing, Roofline roofline, List<Row> rows) {

    /**
     * One node.
     *
     * @param work of its step, with all that was folded into it
     * @param kind the operation, told apart by whether it looks at a neighbourhood: {@code Convolution 1×1}
     */
    public record Row(Timing.Node node, StepWork work, String kind, Roofline roofline) {

        /** Where the node stands. */
        public String path() {
            return node.path();
        }

        /** The operation with its setting in a few words: {@code Convolution 3×3 / 2}. */
        public String label() {
            return node.facts().node().operation().label();
        }

        /** The times of its step. */
        public Samples milliseconds() {
            return node.milliseconds();
        }

        /** True when the row has a time and work of its own; the picture and what was folded away have not. */
        public boolean measured() {
            return work.bytes() > 0 && milliseconds().median() > 0;
        }

        /** 10⁹ multiply-adds per second in the median run; 0 where nothing was measured. */
        public double achieved() {
            return measured() ? work.multiplyAdds() / (milliseconds().median() * 1e6) : 0;
        }

        /** 10⁹ bytes per second in the median run, if every value is moved once; 0 where nothing was measured. */
        public double moved() {
            return measured() ? work.bytes() / (milliseconds().median() * 1e6) : 0;
        }

        /** 10⁹ multiply-adds per second that the roofline allows; never more than its peak. */
        public double attainable() {
            return roofline.attainable(work.intensity());
        }

        /** The share of what the roofline allows that was reached, by multiply-adds or, without any, by bytes. */
        public double reached() {
            return measured()
                    ? roofline.leastMilliseconds(work) / milliseconds().median()
                    : 0;
        }

        /** Which side of the roofline it stands under; empty where nothing was measured. */
        public Optional<Roofline.Bound> bound() {
            return measured() ? Optional.of(roofline.bound(work.intensity())) : Optional.empty();
        }
    }

    /**
     * All rows of one kind.
     *
     * @param nodes how many have a time of their own
     * @param milliseconds the sum of their medians
     */
    public record Sum(String kind, int nodes, double milliseconds, StepWork work) {

        /** 10⁹ multiply-adds per second. */
        public double achieved() {
            return milliseconds > 0 ? work.multiplyAdds() / (milliseconds * 1e6) : 0;
        }

        private Sum and(Row row) {
            StepWork more = row.work();
            return new Sum(
                    kind,
                    nodes + (row.measured() ? 1 : 0),
                    milliseconds + row.milliseconds().median(),
                    new StepWork(Bounded.plus(work.multiplyAdds(), more.multiplyAdds()), work.bytes() + more.bytes()));
        }
    }

    /** Keeps an unmodifiable copy. */
    public TimingTable {
        rows = List.copyOf(rows);
    }

    /** Puts the times of a network beside its work. */
    public static TimingTable of(Timing timing, Analysis analysis, Roofline roofline) {
        Map<String, StepWork> work = StepWork.of(timing, analysis);
        List<Row> rows = new ArrayList<>();
        for (Timing.Node node : timing.nodes()) {
            rows.add(new Row(
                    node, work.get(node.path()), kind(node.facts().node().operation()), roofline));
        }
        return new TimingTable(timing, roofline, rows);
    }

    private static String kind(Operation operation) {
        String label = operation.type().label();
        boolean windowed = operation.type().schema().find("kernel").isPresent();
        if (!windowed) {
            return label;
        }
        boolean point = operation.fieldOfView().map(Window::kernel).equals(Optional.of(new Size(1, 1)));
        return label + (point ? " 1×1" : " k×k");
    }

    /** The multiply-adds of the whole network. */
    public long multiplyAdds() {
        return rows.stream().mapToLong(row -> row.work().multiplyAdds()).reduce(0, Bounded::plus);
    }

    /** 10⁹ multiply-adds per second of the whole network, overhead included. */
    public double achieved() {
        return multiplyAdds() / (timing.total().median() * 1e6);
    }

    /** What part of the total's median a time is. */
    public double share(double milliseconds) {
        return milliseconds / timing.total().median();
    }

    /** The rows summed by kind of operation, what takes longest first. */
    public List<Sum> byKind() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (Row row : rows) {
            sums.merge(row.kind(), new Sum(row.kind(), 0, 0, StepWork.NONE).and(row), (sum, unused) -> sum.and(row));
        }
        return sums.values().stream()
                .filter(sum -> sum.milliseconds() > 0)
                .sorted((left, right) -> Double.compare(right.milliseconds(), left.milliseconds()))
                .toList();
    }
}
