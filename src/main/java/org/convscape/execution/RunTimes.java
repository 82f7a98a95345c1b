package org.convscape.execution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.convscape.analysis.NodeFacts;
import org.convscape.figures.Figures;
import org.convscape.graph.GroupPath;

/** How long the steps of one run took, summed over whatever a screen shows; always with the unit. */
public final class RunTimes {

    /** What every such figure has to say of itself. */
    public static final String MEANING = "one measurement, of the last run that computed it, not a median";

    /** Nothing has run. */
    public static final RunTimes NONE = new RunTimes();

    private final Map<String, Double> times = new HashMap<>();
    private final Map<String, String> hosts = new HashMap<>();

    private RunTimes() {}

    /** The times of a run; null for none. */
    public static RunTimes of(RunResult run) {
        if (run == null) {
            return NONE;
        }
        RunTimes all = new RunTimes();
        for (NodeFacts facts : run.analysis().nodes()) {
            String path = facts.node().path();
            double time = run.activations().milliseconds(path);
            all.times.merge("", time, Double::sum);
            all.times.put(path, time);
            for (GroupPath group : facts.node().group().lineage()) {
                all.times.merge(group.text(), time, Double::sum);
            }
            run.activations().foldedInto(path).ifPresent(host -> all.hosts.put(path, host));
        }
        return all;
    }

    /**
     * The milliseconds of a node or of all nodes in a group; of the whole for the empty path; empty where it did not
     * run.
     */
    public Optional<Double> milliseconds(String path) {
        return Optional.ofNullable(times.get(path));
    }

    /** The milliseconds of these nodes and groups together; empty where none of them ran. */
    public Optional<Double> milliseconds(Collection<String> paths) {
        return paths.stream().map(times::get).filter(time -> time != null).reduce(Double::sum);
    }

    /**
     * {@code 1.2 ms}, or {@code in conv1} where the step of another node computed these; empty where nothing took time.
     */
    public String text(Collection<String> paths) {
        return text(paths, Figures::milliseconds);
    }

    /** The same as short as a card needs it. */
    public String shortText(Collection<String> paths) {
        return text(paths, Figures::shortMilliseconds);
    }

    private String text(Collection<String> paths, Function<Double, String> written) {
        Optional<Double> time = milliseconds(paths).filter(sum -> sum > 0);
        return time.map(written).orElseGet(() -> paths.stream()
                .map(hosts::get)
                .filter(host -> host != null)
                .map(host -> "in " + GroupPath.nameOf(host))
                .findFirst()
                .orElse(""));
    }
}
