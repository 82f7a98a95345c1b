package org.convscape.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.DepthwiseConv2d;
import org.convscape.op.library.Flatten;
import org.convscape.tensor.Shape;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.match.FileLayout;
import org.convscape.weights.match.KerasOrder;
import org.convscape.weights.match.Match;
import org.convscape.weights.match.Matching;
import org.convscape.weights.match.Wanted;
import org.convscape.zoo.KerasEarlierNames;
import org.convscape.zoo.NetworkLibrary;
import org.convscape.zoo.OriginNames;
import org.convscape.zoo.TimmNames;

/**
 * The arrays that a document needs, with what weight files may call them: as the library that the network comes from
 * does, as that did earlier or as another that has the same network does, as torch would call them by their paths, as
 * our own files do, and where the origin is not known as Keras would. Names go by where a node was made, so that a
 * layer which was renamed or moved finds its arrays.
 */
public final class NetworkArrays {
    private final Graph graph;
    private final Analysis analysis;
    private final NetworkLibrary networks;
    private final Optional<BuiltNetwork> built;
    private final Optional<OriginNames> names;
    private final Map<String, Node> made = new HashMap<>();

    private NetworkArrays(Document document, NetworkLibrary networks) {
        // Where layers are folded, files have the arrays of those that they stand for.
        this.graph = document.folds().isEmpty()
                ? document.graph()
                : new Edit.SetFolded(Set.of(), false).apply(document).graph();
        this.analysis = Analysis.of(graph);
        this.networks = networks;
        this.built = BuiltNetwork.of(document, networks);
        Optional<Graph> original = built.map(network -> network.network().build(network.input(), network.values()));
        this.names = original.flatMap(
                there -> OriginNames.of(document.provenance().orElseThrow().network(), there));
        original.ifPresent(there -> there.nodes().forEach(node -> made.put(node.path(), node)));
    }

    /** The arrays of a document. */
    public static NetworkArrays of(Document document, NetworkLibrary networks) {
        return new NetworkArrays(document, networks);
    }

    /** All arrays, layer by layer. */
    public List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        for (NodeFacts facts : analysis.nodes()) {
            for (WeightSpec spec : facts.weights()) {
                wanted.add(new Wanted(
                        facts.node().origin(),
                        spec,
                        part(facts.node(), spec),
                        flattened(facts.node(), spec),
                        names(facts.node(), spec),
                        layer(facts.node())));
            }
        }
        return wanted;
    }

    /**
     * The way in which a file names these arrays: the first, which is the origin's, or where two arrays would get one
     * name, the next in which none do.
     */
    public int naming() {
        List<Wanted> wanted = wanted();
        int ways = wanted.isEmpty() ? 1 : wanted.get(0).names().size();
        return IntStream.range(0, ways)
                .filter(way -> wanted.stream()
                                .map(each -> each.names().get(way).text())
                                .distinct()
                                .count()
                        == wanted.size())
                .findFirst()
                .orElse(ways - 1);
    }

    /** What of a file goes where. */
    public Match match(WeightFile file) {
        List<Wanted> wanted = wanted();
        Match match = Matching.of(file, wanted, kerasOrders());
        return match.complete()
                ? match.objecting(built.flatMap(network -> new Ties(network, networks).objection(file, wanted)))
                : match;
    }

    /** The orders in which Keras may have written the layers: sums were called with either input first. */
    public List<List<String>> kerasOrders() {
        return List.of(KerasOrder.of(graph, this::layer, false), KerasOrder.of(graph, this::layer, true));
    }

    private static Wanted.Part part(Node node, WeightSpec spec) {
        if (spec.role() != WeightSpec.Role.KERNEL) {
            return Wanted.Part.VECTOR;
        }
        if (node.operation() instanceof Conv2d) {
            return Wanted.Part.CONVOLUTION;
        }
        return node.operation() instanceof DepthwiseConv2d
                ? Wanted.Part.DEPTHWISE
                : spec.dimensions().size() == 2 ? Wanted.Part.DENSE : Wanted.Part.VECTOR;
    }

    /** The maps that were laid out as a vector somewhere before a dense layer, with nothing dense between. */
    private Optional<Shape> flattened(Node node, WeightSpec spec) {
        if (part(node, spec) != Wanted.Part.DENSE) {
            return Optional.empty();
        }
        Node at = node;
        while (at.inputs().size() == 1 && graph.find(at.inputs().get(0)).isPresent()) {
            at = graph.node(at.inputs().get(0));
            if (at.operation() instanceof Flatten) {
                Shape before = analysis.node(at.inputs().get(0)).output();
                return before.vector() ? Optional.empty() : Optional.of(before);
            }
            if (at.operation() instanceof Dense) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<Wanted.Name> names(Node node, WeightSpec spec) {
        String path = OriginNames.torch(node.origin(), spec.role());
        Optional<String> origin = Optional.ofNullable(made.get(node.origin()))
                .flatMap(there -> names.map(known -> known.tensor(there, spec.role())));
        String today = origin.orElse(path);
        FileLayout layout = today.endsWith(":0") ? FileLayout.KERAS : FileLayout.TORCH;
        List<Wanted.Name> all = new ArrayList<>(List.of(
                new Wanted.Name(today, layout),
                new Wanted.Name(otherwise(today), layout),
                new Wanted.Name(path, FileLayout.TORCH),
                new Wanted.Name(node.path() + "." + spec.name(), FileLayout.CHANNELS_FIRST)));
        if (names.isEmpty()) {
            // A network of no known origin may have been opened from a file of Keras, of which there can be more.
            all.add(new Wanted.Name(OriginNames.kerasNamed(node, spec.role()), FileLayout.KERAS));
        }
        return all;
    }

    /** What files of another library, or of an earlier version, call an array. */
    private String otherwise(String today) {
        String id = built.map(each -> each.network().id()).orElse("");
        return TimmNames.of(id, KerasEarlierNames.of(today));
    }

    private String layer(Node node) {
        Node there = made.get(node.origin());
        // Only layers with arrays: the others have names that several share.
        if (there != null
                && names.isPresent()
                && !analysis.node(node.path()).weights().isEmpty()) {
            Optional<String> keras = names.get().kerasLayerOf(there);
            if (keras.isPresent()) {
                return keras.get();
            }
        }
        boolean half = node.name().equals("depthwise") || node.name().equals("pointwise");
        return half && !node.group().name().isEmpty() ? node.group().toString() : node.path();
    }
}
