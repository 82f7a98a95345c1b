package org.convscape.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.convscape.op.TensorMath;
import org.convscape.tensor.Tensor;

/** Plain loops that keep account of every value: what is taken, what is given back, and who uses it afterwards. */
final class LedgerBackend implements Backend<Tensor> {
    private final ReferenceBackend loops = new ReferenceBackend();
    private final Set<Tensor> alive = Collections.newSetFromMap(new IdentityHashMap<>());
    private final long available;
    private int uploadedWeights;
    private long aliveBytes;
    private long mostBytes;
    private boolean closed;

    LedgerBackend(long available) {
        this.available = available;
    }

    private Tensor take(Tensor value) {
        if (alive.add(value)) {
            aliveBytes += 4L * value.size();
            mostBytes = Math.max(mostBytes, aliveBytes);
        }
        return value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public TensorMath<Tensor> math() {
        return (TensorMath<Tensor>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TensorMath.class}, (proxy, method, arguments) -> {
                    for (Object argument : arguments) {
                        requireAlive(argument);
                    }
                    try {
                        Object result = method.invoke(loops.math(), arguments);
                        return result instanceof Tensor tensor ? take(tensor) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void requireAlive(Object argument) {
        if (argument instanceof Tensor tensor && !alive.contains(tensor)) {
            throw new AssertionError("A value is used that was given back or never taken: " + tensor);
        }
        if (argument instanceof List<?> list) {
            list.forEach(this::requireAlive);
        }
    }

    @Override
    public Tensor upload(Tensor activation) {
        return take(activation.reshaped(activation.dimensions()));
    }

    @Override
    public Tensor uploadWeight(Tensor weight) {
        uploadedWeights++;
        return take(weight.reshaped(weight.dimensions()));
    }

    @Override
    public Tensor download(Tensor value) {
        requireAlive(value);
        return value;
    }

    @Override
    public void release(Tensor value) {
        if (!alive.remove(value)) {
            throw new AssertionError("A value is given back twice: " + value);
        }
        aliveBytes -= 4L * value.size();
    }

    @Override
    public void trim() {
        // Nothing waits.
    }

    @Override
    public long availableBytes() {
        return available;
    }

    @Override
    public String description() {
        return "ledger";
    }

    @Override
    public void close() {
        closed = true;
    }

    int alive() {
        return alive.size();
    }

    long mostBytes() {
        return mostBytes;
    }

    int uploadedWeights() {
        return uploadedWeights;
    }

    boolean closed() {
        return closed;
    }
}
