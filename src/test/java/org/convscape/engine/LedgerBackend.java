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
    private int overwritten;
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
                        return result instanceof Tensor tensor ? take(ownMemory(tensor, arguments)) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    @SuppressWarnings("unchecked")
    public TensorMath<Tensor> overwriting() {
        Set<String> elementWise = Set.of("clip", "add", "scale");
        return (TensorMath<Tensor>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TensorMath.class}, (proxy, method, arguments) -> {
                    if (!elementWise.contains(method.getName())) {
                        throw new AssertionError(method.getName() + " cannot overwrite");
                    }
                    for (Object argument : arguments) {
                        requireAlive(argument);
                    }
                    Tensor result = (Tensor) method.invoke(loops.math(), arguments);
                    Tensor first = (Tensor) arguments[0];
                    System.arraycopy(result.values(), 0, first.values(), 0, result.size());
                    overwritten++;
                    return first;
                });
    }

    int overwritten() {
        return overwritten;
    }

    private void requireAlive(Object argument) {
        if (argument instanceof Tensor tensor && !alive.contains(tensor)) {
            throw new AssertionError("A value is used that was given back or never taken: " + tensor);
        }
        if (argument instanceof List<?> list) {
            list.forEach(this::requireAlive);
        }
    }

    /** A reshaped tensor shares its values, which an arithmetic that overwrites must not do. */
    private static Tensor ownMemory(Tensor result, Object... arguments) {
        boolean shared = arguments[0] instanceof Tensor first && first != result && first.values() == result.values();
        return shared ? copy(result) : result;
    }

    private static Tensor copy(Tensor tensor) {
        return Tensor.of(tensor.dimensions(), tensor.values().clone());
    }

    @Override
    public Tensor upload(List<Tensor> activation) {
        return take(copy(activation.get(0)));
    }

    @Override
    public Tensor uploadWeight(Tensor weight) {
        uploadedWeights++;
        return take(weight.reshaped(weight.dimensions()));
    }

    @Override
    public Tensor scaledWeight(Tensor weight, float[] factors, boolean kept) {
        requireAlive(weight);
        Tensor scaled = take(weight.timesChannels(factors));
        if (!kept) {
            release(weight);
        }
        return scaled;
    }

    @Override
    public Tensor download(Tensor value, int picture) {
        requireAlive(value);
        return copy(value);
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
        return available == Long.MAX_VALUE ? available : available - aliveBytes;
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
