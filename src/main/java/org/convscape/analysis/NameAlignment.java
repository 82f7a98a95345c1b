package org.convscape.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;

/**
 * Layers matched by what they are called: first those of equal path and operation; the rest block by block in their
 * order, within a pair of blocks first those of equal name, then those that are most alike.
 */
final class NameAlignment {
    /** Beyond so many candidate pairs in one pair of blocks, nodes are matched in their order only. */
    private static final long MOST_PAIRS = 4_000_000;

    private final Map<String, List<NodeFacts>> leftBlocks;
    private final Map<String, List<NodeFacts>> rightBlocks;
    private final List<Alignment.Pair> pairs = new ArrayList<>();
    private final Set<NodeFacts> taken = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    private NameAlignment(Analysis left, Analysis right) {
        this.leftBlocks = blocksOf(left);
        this.rightBlocks = blocksOf(right);
        List<String> leftOrder = List.copyOf(leftBlocks.keySet());
        List<String> rightOrder = List.copyOf(rightBlocks.keySet());
        Map<String, String> partner = partners(leftOrder, rightOrder);
        int block = 0;
        Set<String> matched = new HashSet<>();
        for (String name : leftOrder) {
            String other = partner.get(name);
            if (other != null) {
                matched.add(other);
            }
            pairByPath(leftBlocks.get(name), other == null ? List.of() : rightBlocks.get(other), right, block);
            if (other != null) {
                pairByName(name, other, block);
            }
            match(leftBlocks.get(name), other == null ? List.of() : rightBlocks.get(other), block++);
        }
        for (String name : rightOrder) {
            if (!matched.contains(name)) {
                match(List.of(), rightBlocks.get(name), block++);
            }
        }
    }

    static List<Alignment.Pair> pairs(Analysis left, Analysis right) {
        return new NameAlignment(left, right).pairs;
    }

    /**
     * The nodes by the innermost block around them; what stands outside any block is one block for each top-level run.
     */
    private static Map<String, List<NodeFacts>> blocksOf(Analysis analysis) {
        Map<String, List<NodeFacts>> blocks = new LinkedHashMap<>();
        String run = "";
        int runs = 0;
        for (NodeFacts facts : inOrder(analysis)) {
            String block = blockOf(analysis.graph(), facts.node().group());
            if (block.isEmpty()) {
                run = run.isEmpty() ? "\0" + runs++ : run;
                block = run;
            } else {
                run = "";
            }
            blocks.computeIfAbsent(block, unseen -> new ArrayList<>()).add(facts);
        }
        return blocks;
    }

    /** The order in which the network was written down: there, unlike in a topological order, a block is one run. */
    private static List<NodeFacts> inOrder(Analysis analysis) {
        return analysis.graph().nodes().stream()
                .map(node -> analysis.node(node.path()))
                .toList();
    }

    private static String blockOf(Graph graph, GroupPath group) {
        for (GroupPath at = group; !at.isRoot(); at = at.parent()) {
            if (graph.group(at).filter(Group::isBlock).isPresent()) {
                return at.text();
            }
        }
        return "";
    }

    /** Blocks of equal name, and the others in their order, by the best alignment of the two sequences. */
    private Map<String, String> partners(List<String> left, List<String> right) {
        Map<String, String> partners = new HashMap<>();
        if (left.stream().filter(name -> !name.startsWith("\0")).anyMatch(rightBlocks::containsKey)
                || left.equals(right)) {
            left.stream().filter(rightBlocks::containsKey).forEach(name -> partners.put(name, name));
            return partners;
        }
        int[][] best = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                int together = best[i + 1][j + 1] + likeness(left.get(i), right.get(j));
                best[i][j] = Math.max(together, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (best[i][j] == best[i + 1][j + 1] + likeness(left.get(i), right.get(j))) {
                partners.put(left.get(i++), right.get(j++));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return partners;
    }

    /**
     * How much two blocks are alike, at least 1: how many parameters of the smaller's size both have, and equal output.
     */
    private int likeness(String left, String right) {
        NodeFacts a = last(leftBlocks.get(left));
        NodeFacts b = last(rightBlocks.get(right));
        int alike = left.startsWith("\0") == right.startsWith("\0") ? 2 : 0;
        alike += a.inferred().equals(b.inferred()) ? 3 : 0;
        alike += leftBlocks.get(left).size() == rightBlocks.get(right).size() ? 1 : 0;
        return alike;
    }

    private static NodeFacts last(List<NodeFacts> block) {
        return block.get(block.size() - 1);
    }

    private void pairByPath(List<NodeFacts> left, List<NodeFacts> right, Analysis rightNetwork, int block) {
        for (NodeFacts one : left) {
            rightNetwork
                    .graph()
                    .find(one.node().path())
                    .map(node -> rightNetwork.node(node.path()))
                    .filter(other -> sameKind(one, other) && right.contains(other))
                    .ifPresent(other -> pair(one, other, block));
        }
    }

    /**
     * Who gave two layers the same name in two blocks meant the same part: that counts before any likeness of shapes.
     */
    private void pairByName(String leftBlock, String rightBlock, int block) {
        Map<String, NodeFacts> byName = new HashMap<>();
        for (NodeFacts other : rightBlocks.get(rightBlock)) {
            byName.put(inside(rightBlock, other), other);
        }
        for (NodeFacts one : leftBlocks.get(leftBlock)) {
            NodeFacts other = byName.get(inside(leftBlock, one));
            if (other != null && sameKind(one, other) && !taken.contains(one) && !taken.contains(other)) {
                pair(one, other, block);
            }
        }
    }

    /** The path of a node within its block; all of it outside of any block. */
    private static String inside(String block, NodeFacts facts) {
        String path = facts.node().path();
        return path.startsWith(block + "/") ? path.substring(block.length() + 1) : path;
    }

    private void match(List<NodeFacts> left, List<NodeFacts> right, int block) {
        if ((long) left.size() * right.size() > MOST_PAIRS) {
            matchInOrder(left, right, block);
        } else {
            matchTheMostAlike(left, right, block);
        }
        putInOrder(left, block);
        left.stream().filter(one -> !taken.contains(one)).forEach(one -> pair(one, null, block));
        right.stream().filter(one -> !taken.contains(one)).forEach(one -> pair(null, one, block));
    }

    /** Matched nodes in the order of the left network, however they were found. */
    private void putInOrder(List<NodeFacts> left, int block) {
        int first = pairs.size();
        while (first > 0 && pairs.get(first - 1).block() == block) {
            first--;
        }
        Map<NodeFacts, Integer> places = new java.util.IdentityHashMap<>();
        left.forEach(one -> places.put(one, places.size()));
        pairs.subList(first, pairs.size())
                .sort(Comparator.comparingInt((Alignment.Pair pair) -> places.get(pair.left())));
    }

    private void matchInOrder(List<NodeFacts> left, List<NodeFacts> right, int block) {
        Map<String, java.util.ArrayDeque<NodeFacts>> waiting = new HashMap<>();
        right.stream().filter(one -> !taken.contains(one)).forEach(one -> waiting.computeIfAbsent(
                        kindOf(one), kind -> new java.util.ArrayDeque<>())
                .add(one));
        for (NodeFacts one : left) {
            if (!taken.contains(one)
                    && waiting.containsKey(kindOf(one))
                    && !waiting.get(kindOf(one)).isEmpty()) {
                pair(one, waiting.get(kindOf(one)).remove(), block);
            }
        }
    }

    private record Candidate(NodeFacts left, NodeFacts right, int likeness, int apart) {}

    private void matchTheMostAlike(List<NodeFacts> left, List<NodeFacts> right, int block) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                NodeFacts one = left.get(i);
                NodeFacts other = right.get(j);
                if (sameKind(one, other) && !taken.contains(one) && !taken.contains(other)) {
                    candidates.add(new Candidate(one, other, likeness(one, other), Math.abs(i - j)));
                }
            }
        }
        candidates.sort(Comparator.comparingInt((Candidate candidate) -> -candidate.likeness())
                .thenComparingInt(Candidate::apart));
        for (Candidate candidate : candidates) {
            if (!taken.contains(candidate.left()) && !taken.contains(candidate.right())) {
                pair(candidate.left(), candidate.right(), block);
            }
        }
    }

    private static int likeness(NodeFacts one, NodeFacts other) {
        int alike = one.node().name().equals(other.node().name()) ? 1 : 0;
        alike += one.inferred().equals(other.inferred()) ? 2 : 0;
        alike += one.inputs().equals(other.inputs()) ? 2 : 0;
        boolean sameKernel = !one.weights().isEmpty()
                && !other.weights().isEmpty()
                && one.weights().get(0).equals(other.weights().get(0));
        return alike + (sameKernel ? 4 : 0);
    }

    private void pair(NodeFacts left, NodeFacts right, int block) {
        pairs.add(new Alignment.Pair(left, right, block));
        if (left != null) {
            taken.add(left);
        }
        if (right != null) {
            taken.add(right);
        }
    }

    private static boolean sameKind(NodeFacts one, NodeFacts other) {
        return kindOf(one).equals(kindOf(other));
    }

    private static String kindOf(NodeFacts facts) {
        return facts.node().operation().type().id();
    }
}
