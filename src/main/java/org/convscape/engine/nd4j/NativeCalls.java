package org.convscape.engine.nd4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Calls of ND4J's operations, all through one context.
 *
 * <p>The context is told to take the output's shape from the array it is given. That is what opens oneDNN to uneven
 * padding and to windows that overhang: it derives the padding at the bottom and the right from the output's size,
 * while ND4J's own shape functions know only what one number for both sides can say.
 */
final class NativeCalls implements AutoCloseable {

    private static final double[] NO_REALS = {};

    private final OpContext context = Nd4j.getExecutioner().buildContext();
    private final Map<String, DynamicCustomOp> operations = new HashMap<>();
    private final boolean oneDnn;

    /** Calls with or without the oneDNN kernels; a build that lacks them ignores the wish. */
    NativeCalls(boolean oneDnn) {
        this.oneDnn = oneDnn;
        context.shapeFunctionOverride(true);
    }

    /** True when the oneDNN kernels are used. */
    boolean oneDnn() {
        return oneDnn;
    }

    /** Runs an operation that takes whole numbers only; inputs that are null are left out. */
    void run(String name, INDArray output, long[] integers, INDArray... inputs) {
        run(name, output, oneDnn, integers, NO_REALS, inputs);
    }

    /** Runs an operation; inputs that are null are left out. */
    void run(String name, INDArray output, long[] integers, double[] reals, INDArray... inputs) {
        run(name, output, oneDnn, integers, reals, inputs);
    }

    /** Runs an operation in ND4J's own kernels. */
    void runWithoutOneDnn(String name, INDArray output, long[] integers, INDArray... inputs) {
        run(name, output, false, integers, NO_REALS, inputs);
    }

    /**
     * A list of arguments that is empty leaves those of the call before in place (purging does not help), so operations
     * with optional arguments have to be given all of them.
     */
    private void run(
            String name, INDArray output, boolean helpers, long[] integers, double[] reals, INDArray... inputs) {
        context.purge();
        context.setIArguments(integers);
        context.setTArguments(reals);
        context.setInputArrays(Arrays.stream(inputs).filter(Objects::nonNull).toArray(INDArray[]::new));
        context.setOutputArray(0, output);
        context.allowHelpers(helpers);
        Nd4j.getExecutioner()
                .exec(
                        operations.computeIfAbsent(
                                name, key -> DynamicCustomOp.builder(key).build()),
                        context);
    }

    @Override
    public void close() {
        try {
            context.close();
        } catch (Exception e) {
            throw new IllegalStateException("ND4J's context cannot be closed", e);
        }
    }
}
