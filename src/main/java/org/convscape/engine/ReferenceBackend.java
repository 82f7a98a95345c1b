package org.convscape.engine;

import java.util.List;
import org.convscape.op.TensorMath;
import org.convscape.tensor.Tensor;

/** Plain loops on the heap as a backend: slow, needs nothing native, and is what others are compared with. */
public final class ReferenceBackend implements Backend<Tensor> {
    private final TensorMath<Tensor> math = new ReferenceMath();

    @Override
    public TensorMath<Tensor> math() {
        return math;
    }

    @Override
    public Tensor upload(List<Tensor> activation) {
        return activation.get(0);
    }

    @Override
    public Tensor uploadWeight(Tensor weight) {
        return weight;
    }

    @Override
    public Tensor scaledWeight(Tensor weight, float[] factors, boolean kept) {
        return weight.timesChannels(factors);
    }

    @Override
    public Tensor download(Tensor value, int picture) {
        return value;
    }

    @Override
    public void release(Tensor value) {
        // The garbage collector takes it.
    }

    @Override
    public void trim() {
        // Nothing waits.
    }

    @Override
    public long availableBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    @Override
    public String description() {
        return "plain loops on the Java heap";
    }

    @Override
    public void close() {
        // The garbage collector takes all.
    }
}
