package org.convscape.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.convscape.graph.Node;
import org.convscape.op.Window;
import org.convscape.tensor.Shape;

/**
 * The {@link ReceptiveField} of every node of a network, through branches and shortcuts; one pass, linear in the nodes.
 */
public final class ReceptiveFields {
    private final Map<String, ReceptiveField> fields = new HashMap<>();

    ReceptiveFields(Analysis analysis) {
        for (NodeFacts facts : analysis.nodes()) {
            if (facts.known()) {
                fields.put(facts.node().path(), fieldOf(facts));
            }
        }
    }

    /**
     * The fields of all nodes whose shapes are known. Networks with several inputs see them as one picture. An analysis
     * remembers them, so asking again costs nothing.
     */
    public static ReceptiveFields of(Analysis analysis) {
        return analysis.fields();
    }

    private ReceptiveField fieldOf(NodeFacts facts) {
        Node node = facts.node();
        if (node.isInput()) {
            return ReceptiveField.ofPicture(facts.output());
        }
        Optional<Window> view = node.operation().fieldOfView();
        ReceptiveField joined = null;
        for (int port = 0; port < node.inputs().size(); port++) {
            ReceptiveField source = fields.get(node.inputs().get(port));
            Shape in = facts.inputs().get(port);
            ReceptiveField seen = view.filter(window -> !spread(window, in, facts.output()))
                    .map(window -> source.through(window.over(in.height(), in.width())))
                    .orElseGet(source::whole);
            seen = seen.enlarged(node.operation().enlargement());
            joined = joined == null ? seen : joined.with(seen);
        }
        return joined;
    }

    /** True where one position of an input stands at all positions of the output. */
    private static boolean spread(Window view, Shape in, Shape out) {
        return view.equals(Window.POSITION) && in.positions() == 1 && out.positions() > 1;
    }

    /** The field of one node; empty where its shape is not known. */
    public Optional<ReceptiveField> at(String path) {
        return Optional.ofNullable(fields.get(path));
    }
}
