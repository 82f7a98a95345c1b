package org.convscape.analysis;

import java.util.List;
import org.convscape.op.Factor;
import org.convscape.op.WeightSpec;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * A quantity of one node that a convention can count: an amount of work, a number of values, a number of parameters.
 */
public enum Measure {
    /** Multiplications with an addition, of convolutions and dense layers. */
    MULTIPLY_ADDS("multiply-adds") {
        @Override
        long amount(NodeFacts node) {
            return node.cost().of(Work.MULTIPLY_ADD);
        }

        @Override
        List<Factor> product(NodeFacts node) {
            return node.node().operation().multiplyAddFactors(node.inputs(), node.output());
        }
    },
    /** One for every output value that has a bias. */
    BIAS_ADDS("bias additions") {
        @Override
        long amount(NodeFacts node) {
            return node.cost().of(Work.BIAS_ADD);
        }

        @Override
        List<Factor> product(NodeFacts node) {
            return Factor.outputs(node.output());
        }
    },
    /** Additions of two activations. */
    ADDITIONS("additions") {
        @Override
        long amount(NodeFacts node) {
            return node.cost().of(Work.ADD);
        }

        @Override
        List<Factor> product(NodeFacts node) {
            Factor joins =
                    Factor.of("(inputs - 1)", "(n_{in} - 1)", node.inputs().size() - 1L);
            return Factor.join(List.of(joins), Factor.outputs(node.output()));
        }
    },
    /** Values that come in, over all inputs. */
    INPUTS("input values") {
        @Override
        long amount(NodeFacts node) {
            return node.inputs().stream().mapToLong(Shape::elements).reduce(0, Bounded::plus);
        }

        @Override
        List<Factor> product(NodeFacts node) {
            return node.inputs().size() == 1 ? Factor.inputs(node.inputs().get(0)) : List.of();
        }
    },
    /** Values that leave. */
    OUTPUTS("output values") {
        @Override
        long amount(NodeFacts node) {
            return node.output().elements();
        }

        @Override
        List<Factor> product(NodeFacts node) {
            return Factor.outputs(node.output());
        }
    },
    /** Values that leave, of a normalisation that has a learned factor; of others none. */
    SCALED_OUTPUTS("output values with a learned factor") {
        @Override
        long amount(NodeFacts node) {
            return node.weights().stream().anyMatch(weight -> weight.role() == WeightSpec.Role.SCALE)
                    ? node.output().elements()
                    : 0;
        }

        @Override
        List<Factor> product(NodeFacts node) {
            return Factor.outputs(node.output());
        }
    },
    /** Positions of the output, height × width; 1 for a vector. */
    POSITIONS("output positions") {
        @Override
        long amount(NodeFacts node) {
            return node.output().positions();
        }

        @Override
        List<Factor> product(NodeFacts node) {
            return Factor.positions(node.output());
        }
    },
    /** Trained parameters, once, however often they are used. */
    PARAMETERS("trained parameters") {
        @Override
        long amount(NodeFacts node) {
            return node.trainableParameters();
        }

        @Override
        List<Factor> product(NodeFacts node) {
            return List.of();
        }
    };

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** What is measured, in the plural, in lower case. */
    public String label() {
        return label;
    }

    /** How much there is for one picture; 0 where the shapes are not known. */
    public long of(NodeFacts node) {
        return node.known() ? amount(node) : 0;
    }

    /** Factors that multiply to {@link #of}: those of the formula where it is a product, else the amount itself. */
    public List<Factor> factors(NodeFacts node) {
        long amount = of(node);
        List<Factor> factors = node.known() ? product(node) : List.of();
        return !factors.isEmpty() && Factor.product(factors) == amount
                ? factors
                : List.of(Factor.of(label, "\\text{" + label + "}", amount));
    }

    abstract long amount(NodeFacts node);

    /** The factors of the usual case; empty where there is no product. */
    abstract List<Factor> product(NodeFacts node);
}
