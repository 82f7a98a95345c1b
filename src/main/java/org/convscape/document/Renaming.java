package org.convscape.document;

import java.util.Map;
import java.util.TreeMap;
import org.convscape.graph.Folded;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;

/** Giving parts of a document other names, or names other parts; what is said of a name goes with it. */
final class Renaming {
    private Renaming() {}

    /** A document in which a node or group has another name in the same group. */
    static Document of(Document document, String path, String name) {
        String target = GroupPath.of(path).child(GraphSurgery.named(name));
        Map<String, Folded> folds = new TreeMap<>();
        document.folds()
                .forEach((at, folded) -> folds.put(
                        GraphSurgery.renamed(at, path, target),
                        folded.renamed(each -> GraphSurgery.renamed(each, path, target))));
        return document.with(GraphSurgery.rename(document.graph(), path, target))
                .with(document.layout().mapped(at -> GraphSurgery.renamed(at, path, target)))
                .folding(folds)
                .keeping(document.extras().moved(at -> GraphSurgery.renamed(at, path, target)));
    }

    /** A document with another graph; what that has too stays where it was put, and as it was opened. */
    static Document replaced(Document document, Graph graph) {
        return document.with(graph)
                .with(document.layout()
                        .mapped(path -> graph.find(path).isPresent()
                                        || graph.group(new GroupPath(path)).isPresent()
                                ? path
                                : null));
    }
}
