package org.convscape.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A convention as data: for each operation the summands that apply to it.
 *
 * @param terms by the id of the operation; an empty list means that the rule knows the operation and counts it as 0
 * @param others what applies to every operation that {@code terms} does not name; empty where the rule does not know them
 */
record Rule(
        String id,
        String unit,
        String help,
        Optional<String> variant,
        Map<String, List<Term>> terms,
        Optional<List<Term>> others)
        implements Convention {

    @Override
    public long count(NodeFacts node) {
        long sum = 0;
        for (Term term : termsOf(node)) {
            sum = Bounded.plus(sum, term.of(node));
        }
        return sum;
    }

    @Override
    public Map<Cause, Long> causes(NodeFacts node) {
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        for (Term term : termsOf(node)) {
            long amount = term.of(node);
            if (amount != 0) {
                causes.merge(term.cause(), amount, Bounded::plus);
            }
        }
        return causes;
    }

    private List<Term> termsOf(NodeFacts node) {
        return terms(node.node().operation().type().id());
    }

    @Override
    public List<Term> terms(String operation) {
        List<Term> named = terms.get(operation);
        return named != null ? named : others.orElse(List.of());
    }

    @Override
    public boolean covers(String operation) {
        return terms.containsKey(operation) || others.isPresent();
    }
}
