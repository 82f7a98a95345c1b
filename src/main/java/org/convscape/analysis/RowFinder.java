package org.convscape.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.convscape.analysis.NetworkAlignment.By;
import org.convscape.analysis.NetworkAlignment.Part;
import org.convscape.analysis.NetworkAlignment.Row;
import org.convscape.analysis.NetworkAlignment.Tie;
import org.convscape.graph.GroupPath;

/** Finds the rows of a {@link NetworkAlignment}: by its rule first, then each correction by hand in turn. */
final class RowFinder {
    private final By by;
    private final List<Analysis> networks;
    private final List<Map<String, Stage>> stages;
    private final List<Building> rows = new ArrayList<>();

    RowFinder(By by, List<Analysis> networks) {
        this.by = by;
        this.networks = networks;
        this.stages = networks.stream().map(Stage::of).toList();
    }

    /** A row in the making. */
    private final class Building {
        private final Stage stage;
        private final List<List<NodeFacts>> layers = new ArrayList<>();
        private final String[] paths = new String[networks.size()];

        Building(Stage stage) {
            this.stage = stage;
            networks.forEach(network -> layers.add(new ArrayList<>()));
        }

        void put(int network, String path, List<NodeFacts> more) {
            if (layers.get(network).isEmpty()) {
                paths[network] = path;
            }
            layers.get(network).addAll(more);
        }

        boolean isEmpty() {
            return layers.stream().allMatch(List::isEmpty);
        }

        Row row() {
            List<Part> parts = new ArrayList<>();
            for (int network = 0; network < paths.length; network++) {
                List<NodeFacts> part = layers.get(network);
                parts.add(part.isEmpty() ? Part.NONE : new Part(by == By.STAGE ? "" : paths[network], part));
            }
            return new Row(stage, parts);
        }
    }

    List<Row> rows(List<Tie> ties) {
        switch (by) {
            case STAGE -> byStage();
            case BLOCK -> byBlock();
            case NAME -> byName();
        }
        ties.forEach(this::tie);
        return rows.stream().filter(row -> !row.isEmpty()).map(Building::row).toList();
    }

    private void byStage() {
        Map<Stage, Building> found = new TreeMap<>();
        for (int network = 0; network < networks.size(); network++) {
            for (NodeFacts facts : networks.get(network).nodes()) {
                Stage stage = stages.get(network).get(facts.node().path());
                found.computeIfAbsent(stage, Building::new).put(network, "", List.of(facts));
            }
        }
        rows.addAll(found.values());
    }

    private void byBlock() {
        Map<Stage, List<Building>> found = new TreeMap<>();
        for (int network = 0; network < networks.size(); network++) {
            Map<Stage, Integer> places = new HashMap<>();
            for (Map.Entry<String, List<NodeFacts>> block :
                    blocksOf(networks.get(network), stages.get(network)).entrySet()) {
                List<NodeFacts> layers = block.getValue();
                NodeFacts last = layers.get(layers.size() - 1);
                Stage stage = stages.get(network).get(last.node().path());
                List<Building> inStage = found.computeIfAbsent(stage, unseen -> new ArrayList<>());
                int place = places.merge(stage, 1, Integer::sum) - 1;
                if (place == inStage.size()) {
                    inStage.add(new Building(stage));
                }
                inStage.get(place).put(network, pathOf(block.getKey(), layers), layers);
            }
        }
        found.values().forEach(rows::addAll);
    }

    private static String pathOf(String key, List<NodeFacts> layers) {
        return key.startsWith("\0") ? layers.get(0).node().path() : key;
    }

    /** Blocks in the order in which the run ends them; loose layers of one stage between two blocks are one. */
    private static Map<String, List<NodeFacts>> blocksOf(Analysis network, Map<String, Stage> stages) {
        Map<String, List<NodeFacts>> blocks = new LinkedHashMap<>();
        int runs = 0;
        Stage run = null;
        for (NodeFacts facts : network.nodes()) {
            String block = NetworkAlignment.blockAround(network, facts);
            if (block.isEmpty()) {
                Stage stage = stages.get(facts.node().path());
                runs += stage.equals(run) ? 0 : 1;
                run = stage;
                block = "\0" + runs;
            } else {
                run = null;
            }
            blocks.computeIfAbsent(block, unseen -> new ArrayList<>()).add(facts);
        }
        return blocks;
    }

    private void byName() {
        Map<String, Building> ofFirst = new HashMap<>();
        Analysis first = networks.get(0);
        first.nodes().forEach(facts -> ofFirst.put(facts.node().path(), alone(0, facts)));
        List<Building> extra = new ArrayList<>();
        for (int network = 1; network < networks.size(); network++) {
            Alignment alignment = Alignment.byName(first, networks.get(network));
            Building before = null;
            for (Alignment.Pair pair : alignment.pairs()) {
                if (pair.left() != null) {
                    before = ofFirst.get(pair.left().node().path());
                }
                if (pair.matched()) {
                    before.put(network, pair.right().node().path(), List.of(pair.right()));
                } else if (pair.right() != null) {
                    Building row = among(extra, network, pair.right());
                    if (row == null) {
                        row = alone(network, pair.right());
                        // Beside what it stands next to in its block, if that is known.
                        rows.remove(row);
                        rows.add(before == null ? rows.size() : rows.indexOf(before) + 1, row);
                        extra.add(row);
                    }
                    before = row;
                }
            }
        }
        rows.sort(Comparator.comparing(row -> row.stage));
    }

    private Building alone(int network, NodeFacts facts) {
        String path = facts.node().path();
        Building row = new Building(stages.get(network).get(path));
        row.put(network, path, List.of(facts));
        rows.add(row);
        return row;
    }

    /** A row that the first network has no part in, where an earlier one has a layer of the same path and kind. */
    private Building among(List<Building> extra, int network, NodeFacts facts) {
        for (Building row : extra) {
            for (int other = 1; other < network; other++) {
                if (row.layers.get(network).isEmpty()
                        && row.layers.get(other).stream().anyMatch(known -> same(known, facts))) {
                    row.put(network, facts.node().path(), List.of(facts));
                    return row;
                }
            }
        }
        return null;
    }

    private static boolean same(NodeFacts one, NodeFacts other) {
        return one.node().path().equals(other.node().path())
                && one.node().operation().type().equals(other.node().operation().type());
    }

    /** The layers are taken out of their rows; what stood in their new place gets a row of its own below. */
    private void tie(Tie tie) {
        List<NodeFacts> moved = layersAt(tie.network(), tie.path());
        NodeFacts beside = layersAt(tie.to(), tie.toPath()).get(0);
        if (tie.network() == tie.to()) {
            throw new IllegalArgumentException(
                    "A part is put beside one of another network, found both in network " + (tie.network() + 1));
        }
        Building target = rows.stream()
                .filter(row -> row.layers.get(tie.to()).contains(beside))
                .findFirst()
                .orElseThrow();
        rows.forEach(row -> row.layers.get(tie.network()).removeAll(moved));
        List<NodeFacts> displaced = target.layers.get(tie.network());
        if (by != By.STAGE && !displaced.isEmpty()) {
            Building below = new Building(target.stage);
            below.put(tie.network(), target.paths[tie.network()], displaced);
            rows.add(rows.indexOf(target) + 1, below);
            displaced.clear();
        }
        target.put(tie.network(), tie.path(), moved);
        Map<NodeFacts, Integer> order = new java.util.IdentityHashMap<>();
        networks.get(tie.network()).nodes().forEach(facts -> order.put(facts, order.size()));
        target.layers.get(tie.network()).sort(Comparator.comparing(order::get));
    }

    private List<NodeFacts> layersAt(int network, String path) {
        if (network < 0 || network >= networks.size()) {
            throw new IllegalArgumentException(
                    "There are networks 1 to " + networks.size() + ", found " + (network + 1));
        }
        Analysis analysis = networks.get(network);
        List<NodeFacts> layers = analysis.nodes().stream()
                .filter(facts -> facts.node().path().equals(path)
                        || (!path.isEmpty()
                                && new GroupPath(path).contains(facts.node().path())))
                .toList();
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("Network " + (network + 1) + " has no layer or group \"" + path + "\"");
        }
        return layers;
    }
}
