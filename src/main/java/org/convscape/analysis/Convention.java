package org.convscape.analysis;

/**
 * A rule of what counts as one operation, so that a network's cost is one number.
 *
 * <p>The published costs of one network differ because the rules do; a count without its convention means nothing.
 */
public interface Convention {

    /** Counts the multiplications-with-addition of convolutions and dense layers, and nothing else. */
    Convention MACS = new Convention() {
        @Override
        public String id() {
            return "macs";
        }

        @Override
        public String unit() {
            return "multiply-adds";
        }

        @Override
        public String help() {
            return "Multiply-adds of convolutions and dense layers; bias, normalisation, activation, pooling, addition"
                    + " and padding count 0 (torchvision, most papers).";
        }

        @Override
        public long count(NodeFacts node) {
            return node.cost().of(org.convscape.op.Work.MULTIPLY_ADD);
        }
    };

    /** The id in files and on the command line. */
    String id();

    /** What is counted, in the plural. */
    String unit();

    /** One sentence: what counts, and whose rule it is. */
    String help();

    /** The count of one node for one picture; 0 where its shapes are not known. */
    long count(NodeFacts node);
}
