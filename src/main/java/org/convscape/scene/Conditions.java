package org.convscape.scene;

import java.util.HashMap;
import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Diagnostic;
import org.convscape.analysis.Inferred;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.GroupPath;

/** What is the matter with nodes and groups, in words. */
final class Conditions {
    private record Matter(Condition condition, String message) {
        static final Matter NONE = new Matter(Condition.FINE, "");
    }

    private final Map<String, Diagnostic> byNode = new HashMap<>();
    private final Map<String, Matter> byGroup = new HashMap<>();

    Conditions(Analysis analysis) {
        for (Diagnostic diagnostic : analysis.diagnostics()) {
            byNode.putIfAbsent(diagnostic.node(), diagnostic);
            Matter matter = new Matter(
                    conditionOf(diagnostic), GroupPath.nameOf(diagnostic.node()) + ": " + diagnostic.message());
            for (GroupPath group : GroupPath.of(diagnostic.node()).lineage()) {
                byGroup.merge(
                        group.text(),
                        matter,
                        (first, next) -> next.condition().compareTo(first.condition()) > 0 ? next : first);
            }
        }
    }

    private static Condition conditionOf(Diagnostic diagnostic) {
        return diagnostic.severity() == Diagnostic.Severity.ERROR ? Condition.WRONG : Condition.OPEN;
    }

    Condition condition(NodeFacts facts) {
        Diagnostic own = byNode.get(facts.node().path());
        if (own != null) {
            return conditionOf(own);
        }
        return facts.known()
                ? Condition.FINE
                : facts.inferred() instanceof Inferred.Unknown ? Condition.WAITING : Condition.WRONG;
    }

    String message(NodeFacts facts) {
        Diagnostic own = byNode.get(facts.node().path());
        if (own != null) {
            return own.message();
        }
        if (facts.inferred() instanceof Inferred.Unknown unknown) {
            Diagnostic cause = byNode.get(unknown.cause());
            return "Not known yet because of " + unknown.cause() + (cause == null ? "" : ": " + cause.message());
        }
        return "";
    }

    /** The worst of what is the matter in a group. */
    Condition condition(GroupPath group) {
        return byGroup.getOrDefault(group.text(), Matter.NONE).condition();
    }

    /** What that is. */
    String message(GroupPath group) {
        return byGroup.getOrDefault(group.text(), Matter.NONE).message();
    }
}
