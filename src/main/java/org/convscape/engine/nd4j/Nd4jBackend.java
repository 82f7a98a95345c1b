package org.convscape.engine.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.convscape.engine.Backend;
import org.convscape.engine.MachineMemory;
import org.convscape.engine.onednn.OneDnn;
import org.convscape.op.FusedMath;
import org.convscape.op.TensorMath;
import org.convscape.tensor.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J as a backend. Making one loads the native library, which takes seconds; one thread makes and uses it. */
final class Nd4jBackend implements Backend<INDArray> {

    private static final long MAXIMUM_IDLE_BYTES = 1L << 30;

    /** Held on to, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("org.nd4j");

    private final NativeEnvironment environment;
    private final ArrayPool arrays = new ArrayPool(MAXIMUM_IDLE_BYTES);
    private final NativeCalls calls;
    private final Nd4jMath math;
    private final Nd4jMath overwriting;
    private final DirectCalls direct;

    /** In the fastest way there is. */
    Nd4jBackend() {
        this(Way.DIRECT);
    }

    /** In that way, or in the next one where this platform has not got it. */
    Nd4jBackend(Way way) {
        this.environment = NativeEnvironment.of(System.getenv());
        WaitingThreads.sleepSoon(System.getenv());
        LOGGER.setLevel(Level.WARNING);
        this.calls = new NativeCalls(way != Way.PLAIN_OPERATIONS && builtWithOneDnn());
        environment.heed();
        this.direct = way == Way.DIRECT ? DirectCalls.open() : DirectCalls.NOT_WANTED;
        this.math = math(false);
        this.overwriting = math(true);
        direct.threads(ComputingThreads.inUse());
    }

    private Nd4jMath math(boolean overwrites) {
        return direct.oneDnn()
                .<Nd4jMath>map(oneDnn -> new DirectMath(arrays, calls, oneDnn, overwrites))
                .orElseGet(() -> new Nd4jMath(arrays, calls, overwrites));
    }

    /** oneDNN itself, where it computes. */
    Optional<OneDnn> direct() {
        return direct.oneDnn();
    }

    static boolean builtWithOneDnn() {
        return Nd4j.getBackend().buildInfo().contains("HAVE_ONEDNN");
    }

    @Override
    public TensorMath<INDArray> math() {
        return math;
    }

    @Override
    public TensorMath<INDArray> overwriting() {
        return overwriting;
    }

    @Override
    public Optional<FusedMath<INDArray>> fused() {
        return math instanceof DirectMath fusing ? Optional.of(fusing) : Optional.empty();
    }

    @Override
    public INDArray upload(List<Tensor> activation) {
        int[] dimensions = activation.get(0).dimensions();
        long[] shape = new long[dimensions.length + 1];
        shape[0] = activation.size();
        for (int i = 0; i < dimensions.length; i++) {
            shape[i + 1] = dimensions[i];
        }
        INDArray array = arrays.take(shape);
        FloatPointer values = floats(array);
        for (int i = 0; i < activation.size(); i++) {
            float[] picture = activation.get(i).values();
            values.position((long) i * picture.length).put(picture);
        }
        return array;
    }

    @Override
    public boolean batches() {
        return true;
    }

    @Override
    public INDArray uploadWeight(Tensor weight) {
        long[] shape = Arrays.stream(weight.dimensions()).asLongStream().toArray();
        // Not from the numbers at once: the library would take them over one by one.
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        floats(array).put(weight.values());
        return array;
    }

    @Override
    public INDArray scaledWeight(INDArray weight, float[] factors, boolean kept) {
        direct.oneDnn().ifPresent(oneDnn -> oneDnn.restore(DirectMath.weight(weight)));
        INDArray scaled = kept ? Nd4j.createUninitialized(DataType.FLOAT, weight.shape(), 'c') : weight;
        INDArray channels = uploadWeight(Tensor.of(new int[] {1, 1, 1, factors.length}, factors));
        long[] rows = {1, weight.length() / factors.length, 1, factors.length};
        math.times(weight.reshape('c', rows), channels, scaled.reshape('c', rows));
        channels.close();
        return scaled;
    }

    @Override
    public Tensor download(INDArray value, int picture) {
        float[] values = new float[Math.toIntExact(value.length() / value.size(0))];
        floats(value).position((long) picture * values.length).get(values);
        return Tensor.of(math.shapeOf(value), values);
    }

    private static FloatPointer floats(INDArray array) {
        return new FloatPointer(array.data().pointer()).position(0);
    }

    @Override
    public void release(INDArray value) {
        direct.oneDnn().ifPresent(oneDnn -> oneDnn.forget(value));
        arrays.giveBack(value);
    }

    @Override
    public void trim() {
        arrays.clear();
    }

    @Override
    public long availableBytes() {
        return MachineMemory.availableBytes();
    }

    @Override
    public String description() {
        return "ND4J " + version() + ", "
                + direct.description(calls.oneDnn() ? "its own oneDNN" : "without oneDNN") + ", " + Loader.getPlatform()
                + environment.remark();
    }

    @Override
    public int threads() {
        return ComputingThreads.inUse();
    }

    /** Computes with that many threads instead of as many as the library chooses; on the engine's thread. */
    void useThreads(int threads) {
        environment.allow(threads);
        ComputingThreads.use(threads);
        direct.threads(threads);
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream stream = Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "ND4J's version cannot be read", e);
        }
        return properties.getProperty("version", "of unknown version");
    }

    @Override
    public void close() {
        direct.close();
        arrays.clear();
        calls.close();
    }
}
