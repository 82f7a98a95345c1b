package org.convscape.analysis;

import java.util.ArrayList;
import java.util.List;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;

/**
 * Up to four networks side by side: rows of parts that belong together. Every layer of every network stands in exactly
 * one row, so that whatever is summed over the rows sums to the whole of each network. Networks that share no row stand
 * side by side all the same: then {@link #common()} is 0. An {@link Alignment} is finer: it pairs the layers of two.
 *
 * @param by what a row stands for
 * @param networks one to four; unfinished ones too, whose layers of unknown shape have a stage of their own
 * @param rows in the order of the stages, within one in the order of the first network that has them
 */
public record NetworkAlignment(By by, List<Analysis> networks, List<Row> rows) {

    /** More networks than this cannot be read side by side. */
    public static final int MOST = 4;

    /** What a row stands for. */
    public enum By {
        /** All layers of one {@link Stage}. */
        STAGE,
        /**
         * One outermost block (a top-level group where it is in none; layers in no group that follow each other are one
         * too), beside those that are as many blocks into the same stage. It stands whole in the stage it ends in.
         */
        BLOCK,
        /** One layer; the partners are those of {@link Alignment#byName} with the first network. */
        NAME
    }

    /**
     * What belongs together.
     *
     * @param stage where it stands in the first network that has it
     * @param parts one for each network, of which some may be empty
     */
    public record Row(Stage stage, List<Part> parts) {

        /** Keeps an unmodifiable copy. */
        public Row {
            parts = List.copyOf(parts);
        }

        /** True where every network has something other than its picture. */
        public boolean common() {
            return parts.stream().allMatch(part -> part.layers().stream()
                    .anyMatch(facts -> !facts.node().isInput()));
        }

        /** The path of the first part that has one; empty for a stage. */
        public String path() {
            return parts.stream()
                    .map(Part::path)
                    .filter(path -> !path.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * What one network has in a row.
     *
     * @param path of the block or the layer, of loose layers that of the first; empty for a stage, and for nothing
     * @param layers in the order of the run
     */
    public record Part(String path, List<NodeFacts> layers) {

        /** Nothing. */
        public static final Part NONE = new Part("", List.of());

        /** Keeps an unmodifiable copy. */
        public Part {
            layers = List.copyOf(layers);
        }

        /** True where the network has nothing in this row. */
        public boolean isEmpty() {
            return layers.isEmpty();
        }
    }

    /**
     * A correction by hand: what stands at a path of one network, a layer or a group, belongs beside what stands at a
     * path of another. It wins over every rule; of two that contradict each other, the later.
     *
     * @param network the index of the network whose part is moved
     * @param to the index of the network beside whose part it is put
     */
    public record Tie(int network, String path, int to, String toPath) {}

    /** Keeps unmodifiable copies. */
    public NetworkAlignment {
        networks = List.copyOf(networks);
        rows = List.copyOf(rows);
    }

    /** Networks side by side; see {@link #of(By, List, List)}. */
    public static NetworkAlignment of(By by, List<Analysis> networks) {
        return of(by, networks, List.of());
    }

    /**
     * Networks side by side, corrected by hand.
     *
     * @throws IllegalArgumentException for no network or more than {@link #MOST}, and for a tie whose network or path
     *     is not there; its message says so
     */
    public static NetworkAlignment of(By by, List<Analysis> networks, List<Tie> ties) {
        if (networks.isEmpty() || networks.size() > MOST) {
            throw new IllegalArgumentException(
                    "One to " + MOST + " networks stand side by side, found " + networks.size());
        }
        return new NetworkAlignment(by, networks, new RowFinder(by, networks).rows(ties));
    }

    /** How many rows all networks have in common; the picture alone does not count. */
    public int common() {
        return (int) rows.stream().filter(Row::common).count();
    }

    /** The indices of the networks that have something in no row but their own. */
    public List<Integer> apart() {
        List<Integer> apart = new ArrayList<>();
        for (int network = 0; network < networks.size(); network++) {
            int index = network;
            if (rows.stream().noneMatch(row -> shared(row, index))) {
                apart.add(index);
            }
        }
        return apart;
    }

    private static boolean shared(Row row, int network) {
        long others = row.parts().stream().filter(NetworkAlignment::computes).count();
        return computes(row.parts().get(network)) && others > 1;
    }

    private static boolean computes(Part part) {
        return part.layers().stream().anyMatch(facts -> !facts.node().isInput());
    }

    /** The outermost block around a node; without one its top-level group; without that, empty. */
    static String blockAround(Analysis analysis, NodeFacts facts) {
        List<GroupPath> lineage = facts.node().group().lineage();
        return lineage.stream()
                .filter(group ->
                        analysis.graph().group(group).filter(Group::isBlock).isPresent())
                .findFirst()
                .or(() -> lineage.stream().findFirst())
                .map(GroupPath::text)
                .orElse("");
    }
}
