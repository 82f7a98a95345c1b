package org.convscape.timing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Bounded;
import org.convscape.analysis.Convention;
import org.convscape.analysis.MemoryProfile;
import org.convscape.analysis.NodeFacts;

/**
 * What a step does at least.
 *
 * @param multiplyAdds by the convention {@code macs}
 * @param bytes that it moves if it reads every input and weight once and writes every output once, as 32-bit floats
 */
public record StepWork(long multiplyAdds, double bytes) {

    /** The picture is given, and what was folded into another step does nothing of its own. */
    static final StepWork NONE = new StepWork(0, 0);

    /** Multiply-adds per byte; 0 where nothing is moved. */
    public double intensity() {
        return bytes == 0 ? 0 : multiplyAdds / bytes;
    }

    /** The work of every node's step; a step that computes several nodes moves nothing from one of them to the next. */
    static Map<String, StepWork> of(Timing timing, Analysis analysis) {
        Map<String, List<NodeFacts>> steps = new HashMap<>();
        for (Timing.Node node : timing.nodes()) {
            String host = node.foldedInto().orElse(node.path());
            steps.computeIfAbsent(host, unseen -> new ArrayList<>()).add(node.facts());
        }
        Map<String, StepWork> work = new HashMap<>();
        for (Timing.Node node : timing.nodes()) {
            work.put(
                    node.path(),
                    steps.containsKey(node.path()) && !node.facts().node().isInput()
                            ? of(steps.get(node.path()), analysis)
                            : NONE);
        }
        return work;
    }

    private static StepWork of(List<NodeFacts> members, Analysis analysis) {
        Set<String> inside = new HashSet<>();
        members.forEach(member -> inside.add(member.node().path()));
        long multiplyAdds = 0;
        double bytes = 0;
        for (NodeFacts member : members) {
            multiplyAdds = Bounded.plus(multiplyAdds, Convention.MACS.count(member));
            bytes += MemoryProfile.movedBytes(member);
            for (String input : member.node().inputs()) {
                if (inside.contains(input)) {
                    bytes -= bytesOf(analysis.node(input));
                }
            }
            if (staysInside(member, inside, analysis)) {
                bytes -= bytesOf(member);
            }
        }
        return new StepWork(multiplyAdds, bytes);
    }

    private static boolean staysInside(NodeFacts member, Set<String> inside, Analysis analysis) {
        var takers = analysis.graph().outgoing(member.node().path());
        return !takers.isEmpty() && takers.stream().allMatch(edge -> inside.contains(edge.to()));
    }

    private static double bytesOf(NodeFacts facts) {
        return (double) MemoryProfile.BYTES_PER_VALUE * facts.output().elements();
    }
}
