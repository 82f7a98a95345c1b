package org.convscape.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscape.graph.Node;
import org.convscape.tensor.Shape;

/**
 * How far a network has shrunk its picture where a layer stands: the maps of one stage have the same spatial size, but
 * for what windows without padding cut off at the margins. So networks with pictures of different sizes have stages in
 * common.
 *
 * @param halvings of {@link Kind#MAPS}: the picture's side is 2 to that power times as long as the map's, rounded;
 *     below 0 where maps are larger than the picture
 */
public record Stage(Kind kind, int halvings) implements Comparable<Stage> {

    /** Vectors and maps of one position that no map follows: pooled features and the classifier. */
    public static final Stage HEAD = new Stage(Kind.HEAD, 0);

    /** Layers of which no shape is known. */
    public static final Stage UNKNOWN = new Stage(Kind.UNKNOWN, 0);

    /** What stands in a stage; in this order. */
    public enum Kind {
        MAPS,
        HEAD,
        UNKNOWN
    }

    /** Maps after so many halvings. */
    public static Stage maps(int halvings) {
        return new Stage(Kind.MAPS, halvings);
    }

    /**
     * The stage of every node of a network, by path. A layer stands in that of its output; one position within a
     * network, as where maps are weighed by their means, stands with the maps that it was made of.
     */
    public static Map<String, Stage> of(Analysis analysis) {
        List<NodeFacts> nodes = analysis.nodes();
        long picture = nodes.stream()
                .filter(facts -> facts.node().isInput() && facts.known())
                .mapToLong(facts -> facts.output().positions())
                .max()
                .orElse(1);
        Map<String, Boolean> mapsFollow = mapsFollow(nodes);
        Map<String, Stage> stages = new HashMap<>();
        for (NodeFacts facts : nodes) {
            String path = facts.node().path();
            Stage stage;
            if (!facts.known()) {
                stage = UNKNOWN;
            } else if (facts.output().positions() > 1) {
                stage = maps(halvings(picture, facts.output()));
            } else if (mapsFollow.getOrDefault(path, false)) {
                stage = facts.node().inputs().stream()
                        .map(stages::get)
                        .filter(source -> source != null && source.kind() == Kind.MAPS)
                        .max(Stage::compareTo)
                        .orElse(maps(0));
            } else {
                stage = HEAD;
            }
            stages.put(path, stage);
        }
        return stages;
    }

    private static int halvings(long picture, Shape output) {
        return (int) Math.round(Math.log((double) picture / output.positions()) / Math.log(4));
    }

    /** Which nodes lead, over any number of layers, to a map of more than one position. */
    private static Map<String, Boolean> mapsFollow(List<NodeFacts> nodes) {
        Map<String, Boolean> follow = new HashMap<>();
        List<NodeFacts> backwards = new ArrayList<>(nodes);
        java.util.Collections.reverse(backwards);
        for (NodeFacts facts : backwards) {
            boolean maps = facts.known() && facts.output().positions() > 1;
            if (maps || follow.getOrDefault(facts.node().path(), false)) {
                facts.node().inputs().stream()
                        .filter(source -> !source.equals(Node.OPEN))
                        .forEach(source -> follow.put(source, true));
            }
        }
        return follow;
    }

    @Override
    public int compareTo(Stage other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Integer.compare(halvings, other.halvings);
    }
}
