package org.convscape.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule of what counts as one operation, so that a network's cost is one number.
 *
 * <p>The published costs of one network differ because the rules do; a count without its convention means nothing. The
 * rules themselves are data and stand in {@link Conventions}.
 */
public interface Convention {

    // No default methods here: they would make the rules' classes and this constant wait for one another.

    /** Counts the multiplications-with-addition of convolutions and dense layers, and nothing else. */
    Convention MACS = Conventions.standard().get(0);

    /** The id in files and on the command line. */
    String id();

    /** What is counted, in the plural. */
    String unit();

    /** One sentence: what counts, and whose rule it is. */
    String help();

    /** The id of the same tool's other rule, where a setting of the tool decides between two. */
    Optional<String> variant();

    /** The count of one node for one picture; 0 where its shapes are not known. Beyond 2^63 it stays there. */
    long count(NodeFacts node);

    /** The same count, taken apart; causes that add nothing are absent. */
    Map<Cause, Long> causes(NodeFacts node);

    /** The summands that apply to a node; none where it counts as 0 or is not known to the rule. */
    List<Term> terms(NodeFacts node);

    /** True when the rule knows what the node does, be it as 0; what it does not know is to be listed, not added up. */
    boolean covers(NodeFacts node);
}
