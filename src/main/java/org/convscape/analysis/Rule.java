package org.convscape.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.op.Work;

/**
 * A convention as data. Multiply-adds count wherever an operation declares some; what else counts is said for each sort
 * of layer, and for single operations where the tool knows them by name alone.
 *
 * @param perMultiplyAdd what each multiplication with an addition counts
 * @param biases whose biases count, 1 each
 * @param terms what else counts, by sort of layer; an empty list means that the rule knows the sort and counts it as 0
 * @param exceptions by the id of an operation; goes before its sort
 * @param others what applies to sorts that {@code terms} does not name, where they declare no multiply-adds; empty
 *     where the rule does not know them
 */
record Rule(
        String id,
        String unit,
        String help,
        Optional<String> variant,
        int perMultiplyAdd,
        Biases biases,
        Map<Arithmetic, List<Summand>> terms,
        Map<String, List<Summand>> exceptions,
        Optional<List<Summand>> others)
        implements Convention {

    /** Whose biases a rule counts. */
    enum Biases {
        NONE,
        CONVOLUTION,
        DENSE,
        ALL;

        private boolean of(Arithmetic sort) {
            return this == ALL || name().equals(sort.name());
        }
    }

    /** So much for each of something; what it is put down to is the sort of the layer. */
    record Summand(long coefficient, Measure measure) {}

    @Override
    public long count(NodeFacts node) {
        long sum = 0;
        for (Term term : terms(node)) {
            sum = Bounded.plus(sum, term.of(node));
        }
        return sum;
    }

    @Override
    public Map<Cause, Long> causes(NodeFacts node) {
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        for (Term term : terms(node)) {
            long amount = term.of(node);
            if (amount != 0) {
                causes.merge(term.cause(), amount, Bounded::plus);
            }
        }
        return causes;
    }

    @Override
    public List<Term> terms(NodeFacts node) {
        Arithmetic sort = Arithmetic.of(node);
        List<Term> all = new ArrayList<>();
        boolean multiplies = multiplies(node);
        if (multiplies) {
            all.add(new Term(perMultiplyAdd, Measure.MULTIPLY_ADDS, sort.cause()));
            if (biases.of(sort)) {
                all.add(new Term(1, Measure.BIAS_ADDS, Cause.BIAS));
            }
        }
        for (Summand summand : named(node, sort).orElse(multiplies ? List.of() : others.orElse(List.of()))) {
            all.add(new Term(summand.coefficient(), summand.measure(), sort.cause()));
        }
        return all;
    }

    private Optional<List<Summand>> named(NodeFacts node, Arithmetic sort) {
        List<Summand> exception = exceptions.get(node.node().operation().type().id());
        return Optional.ofNullable(exception == null ? terms.get(sort) : exception);
    }

    private static boolean multiplies(NodeFacts node) {
        return node.cost().of(Work.MULTIPLY_ADD) > 0;
    }

    @Override
    public boolean covers(NodeFacts node) {
        return others.isPresent()
                || multiplies(node)
                || named(node, Arithmetic.of(node)).isPresent();
    }
}
