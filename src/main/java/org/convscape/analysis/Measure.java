package org.convscape.analysis;

import org.convscape.op.WeightSpec;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/** A quantity of one node that a convention can count: an amount of work, a number of values, a number of parameters. */
public enum Measure {
    /** Multiplications with an addition, of convolutions and dense layers. */
    MULTIPLY_ADDS("multiply-adds") {
        @Override
        long amount(NodeFacts node) {
            return node.cost().of(Work.MULTIPLY_ADD);
        }
    },
    /** One for every output value that has a bias. */
    BIAS_ADDS("bias additions") {
        @Override
        long amount(NodeFacts node) {
            return node.cost().of(Work.BIAS_ADD);
        }
    },
    /** Additions of two activations. */
    ADDITIONS("additions") {
        @Override
        long amount(NodeFacts node) {
            return node.cost().of(Work.ADD);
        }
    },
    /** Values that come in, over all inputs. */
    INPUTS("input values") {
        @Override
        long amount(NodeFacts node) {
            return node.inputs().stream().mapToLong(Shape::elements).reduce(0, Bounded::plus);
        }
    },
    /** Values that leave. */
    OUTPUTS("output values") {
        @Override
        long amount(NodeFacts node) {
            return node.output().elements();
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
    },
    /** Positions of the output, height × width; 1 for a vector. */
    POSITIONS("output positions") {
        @Override
        long amount(NodeFacts node) {
            return node.output().elements() / node.output().channels();
        }
    },
    /** Trained parameters, once, however often they are used. */
    PARAMETERS("trained parameters") {
        @Override
        long amount(NodeFacts node) {
            return node.trainableParameters();
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

    abstract long amount(NodeFacts node);
}
