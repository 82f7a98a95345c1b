package org.convscape.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Which layer of one network plays the part of which layer of another. Every layer of both stands in exactly one pair,
 * with its counterpart or alone, so that whatever is summed over the pairs sums to the difference of the networks.
 *
 * <p>How layers are matched is a choice of its own: {@link #byName} is the one there is; another, such as by stage or
 * by block, is another factory, and all that works on pairs ({@link WhyDifferent}) works with it.
 *
 * @param left the network that is compared with
 * @param right the one whose difference is explained
 * @param pairs block by block in the order of the left network; what only the right one has follows within its block
 */
public record Alignment(Analysis left, Analysis right, List<Pair> pairs) {

    /**
     * Two layers of one part, or one that has no counterpart.
     *
     * @param left null where only the right network has it
     * @param right null where only the left network has it
     * @param block the number of the pair of blocks that they stand in: equal for pairs of one block
     */
    public record Pair(NodeFacts left, NodeFacts right, int block) {

        /** Refuses a pair of nothing. */
        public Pair {
            if (left == null && right == null) {
                throw new IllegalArgumentException("A pair needs a layer, found none");
            }
        }

        /** One layer that is compared with itself, as under two counting rules. */
        static Pair same(NodeFacts layer) {
            return new Pair(layer, layer, 0);
        }

        /** A layer that the right network alone has. */
        static Pair right(NodeFacts layer) {
            return new Pair(null, layer, 0);
        }

        /** True when both networks have the layer. */
        public boolean matched() {
            return left != null && right != null;
        }

        /** The right layer, else the left one. */
        public NodeFacts either() {
            return right == null ? left : right;
        }
    }

    /** Keeps an unmodifiable copy. */
    public Alignment {
        pairs = List.copyOf(pairs);
    }

    /** Matches layers by their paths and names, and within a pair of blocks what is left by likeness. */
    public static Alignment byName(Analysis left, Analysis right) {
        return new Alignment(left, right, NameAlignment.pairs(left, right));
    }

    /** The pairs that both networks have. */
    public List<Pair> matched() {
        return pairs.stream().filter(Pair::matched).toList();
    }

    /** The layers of the left network without a counterpart. */
    public List<NodeFacts> onlyLeft() {
        return pairs.stream()
                .filter(pair -> pair.right() == null)
                .map(Pair::left)
                .toList();
    }

    /** The layers of the right network without a counterpart. */
    public List<NodeFacts> onlyRight() {
        return pairs.stream()
                .filter(pair -> pair.left() == null)
                .map(Pair::right)
                .toList();
    }

    /** The counterpart of the layer at that path of the left network; empty where it has none or is not there. */
    public Optional<NodeFacts> partnerOf(String path) {
        return matched().stream()
                .filter(pair -> pair.left().node().path().equals(path))
                .map(Pair::right)
                .findFirst();
    }
}
