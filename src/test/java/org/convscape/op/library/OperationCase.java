package org.convscape.op.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/** One operation with its attributes on inputs of certain shapes, and seeded numbers to compute with. */
public record OperationCase(Operation operation, List<Shape> inputs) {

    /** The shape that the operation declares for these inputs. */
    public Shape output() {
        return operation.infer(inputs);
    }

    /** Inputs of these shapes: more negative values than positive ones, so that a padding that wins would show. */
    public List<Tensor> inputValues(long seed) {
        Random random = new Random(seed);
        List<Tensor> values = new ArrayList<>();
        for (Shape input : inputs) {
            values.add(uniform(random, input.dimensions(), -2, 1));
        }
        return values;
    }

    /** An array for every weight that the operation declares, by name; a variance is positive. */
    public Map<String, Tensor> weightValues(long seed) {
        Random random = new Random(seed + 1);
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (WeightSpec spec : operation.weights(inputs)) {
            int[] dimensions =
                    spec.dimensions().stream().mapToInt(Integer::intValue).toArray();
            boolean positive = spec.role() == WeightSpec.Role.RUNNING_VARIANCE;
            values.put(spec.name(), uniform(random, dimensions, positive ? 0.2f : -1, positive ? 2 : 1));
        }
        return values;
    }

    /** These arrays as an operation asks for them: a name that was not declared is an error. */
    public static <T> Weights<T> asWeights(Map<String, T> arrays) {
        return name -> {
            T array = arrays.get(name);
            if (array == null) {
                throw new AssertionError(
                        "The operation asks for the weight \"" + name + "\" but declares only " + arrays.keySet());
            }
            return array;
        };
    }

    private static Tensor uniform(Random random, int[] dimensions, float low, float high) {
        float[] values = new float[Math.toIntExact(Tensor.elements(dimensions))];
        for (int i = 0; i < values.length; i++) {
            values[i] = low + (high - low) * random.nextFloat();
        }
        return Tensor.of(dimensions, values);
    }

    @Override
    public String toString() {
        return operation + " of " + inputs;
    }
}
