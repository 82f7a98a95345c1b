package org.convscape.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.convscape.op.Afterwards;
import org.convscape.op.Placement;

/**
 * The verbs that oneDNN computes well, each by a primitive that is made when a call like it first comes and kept for
 * the next. A verb answers whether it has computed: where oneDNN has nothing for a call, nothing is written.
 *
 * <p>One thread makes and uses it, and the number of threads that share the work is that thread's in OpenMP.
 */
public final class OneDnn implements AutoCloseable {

    /** Networks of the catalogue need fewer than a hundred kinds of calls each. */
    private static final int MOST_PRIMITIVES = 2048;

    private final engine engine;
    private final stream stream;
    private final Primitives primitives;
    private final Kernels kernels;
    private int threads;
    private int made;

    private final Map<Call, Optional<Compiled>> compiled = new LinkedHashMap<>(16, 0.75f, true);

    /** Loads the library where that has not happened. */
    public OneDnn() {
        load();
        engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
        stream = new stream(engine);
        primitives = new Primitives(engine);
        kernels = new Kernels(engine, stream);
    }

    /** Loads the library and looks nothing up. */
    public static void load() {
        Loader.load(dnnl.class);
    }

    /** The library's version, such as {@code 2.5.2}. */
    public String version() {
        dnnl_version_t version = dnnl.dnnl_version();
        return version.major() + "." + version.minor() + "." + version.patch();
    }

    /** Says how many threads share the work from now on: a primitive belongs to a number of them. */
    public void threads(int number) {
        threads = number;
    }

    /** How many primitives were made so far. */
    public int primitivesMade() {
        return made;
    }

    /** How many times a kernel was brought into another order so far. */
    public int kernelsReordered() {
        return kernels.reordered();
    }

    /** Of how many kernels something is held. */
    public int kernelsHeld() {
        return kernels.held();
    }

    /**
     * A convolution and what follows it; a depthwise one has as many groups as channels.
     *
     * @param kernel {@code [kH, kW, C/groups, N]}
     * @param bias {@code [N]} or null
     */
    public boolean convolve(
            Maps input,
            Weight kernel,
            Weight bias,
            Placement window,
            int groups,
            List<Afterwards<Maps>> afterwards,
            Maps output) {
        Call.Convolution call = new Call.Convolution(
                input.pictures(),
                input.channels(),
                output.channels(),
                window,
                groups,
                bias != null,
                endings(afterwards),
                threads);
        Compiled primitive = compiled(call);
        if (primitive == null) {
            return false;
        }
        primitive.with(DNNL_ARG_WEIGHTS, kernels.in(primitive, () -> LinearPrimitives.kernelAsGiven(call), kernel));
        return runLinear(primitive, input, bias, afterwards, output);
    }

    /**
     * Vectors times a matrix and what follows.
     *
     * @param kernel {@code [in, out]}
     * @param bias {@code [out]} or null
     */
    public boolean multiply(Maps input, Weight kernel, Weight bias, List<Afterwards<Maps>> afterwards, Maps output) {
        Call.Product call = new Call.Product(
                input.pictures(), input.channels(), output.channels(), bias != null, endings(afterwards), threads);
        Compiled primitive = compiled(call);
        if (primitive == null) {
            return false;
        }
        primitive.with(DNNL_ARG_WEIGHTS, kernels.in(primitive, () -> LinearPrimitives.kernelAsGiven(call), kernel));
        return runLinear(primitive, input, bias, afterwards, output);
    }

    private static List<Call.Ending> endings(List<Afterwards<Maps>> afterwards) {
        return afterwards.stream()
                .map(each -> new Call.Ending(each.what(), each.others().size()))
                .toList();
    }

    private boolean runLinear(
            Compiled primitive, Maps input, Weight bias, List<Afterwards<Maps>> afterwards, Maps output) {
        if (bias != null) {
            primitive.with(DNNL_ARG_BIAS, bias.memory());
        }
        int postOp = 0;
        for (Afterwards<Maps> each : afterwards) {
            for (int i = 0; i < each.others().size(); i++) {
                primitive.with(
                        LinearPrimitives.addend(postOp + i),
                        each.others().get(i).memory());
            }
            postOp += Math.max(1, each.others().size());
        }
        return run(primitive, input, output);
    }

    private boolean run(Compiled primitive, Maps input, Maps output) {
        primitive
                .with(DNNL_ARG_SRC, input.memory())
                .with(DNNL_ARG_DST, output.memory())
                .run(stream);
        return true;
    }

    /** The largest value under the window. */
    public boolean poolMaximum(Maps input, Placement window, Maps output) {
        return pool(input, window, Call.Pooling.Kind.MAXIMUM, output);
    }

    /** The mean under the window: over all its places, or over those on the picture. */
    public boolean poolAverage(Maps input, Placement window, boolean ofAll, Maps output) {
        return pool(
                input, window, ofAll ? Call.Pooling.Kind.AVERAGE_OF_ALL : Call.Pooling.Kind.AVERAGE_OF_PICTURE, output);
    }

    private boolean pool(Maps input, Placement window, Call.Pooling.Kind kind, Maps output) {
        Compiled primitive = compiled(new Call.Pooling(input.pictures(), input.channels(), window, kind, threads));
        return primitive != null && run(primitive, input, output);
    }

    /** A function of every value; the output may be the input. */
    public boolean each(Elementwise function, Maps input, double alpha, double beta, Maps output) {
        Compiled primitive = compiled(new Call.Each(input.length(), function, alpha, beta, threads));
        return primitive != null && run(primitive, input, output);
    }

    /**
     * Two values made one, place by place; the output may be the left one. Of the right there may be one value per
     * picture and channel, which then stands at every position.
     */
    public boolean pair(Pairing what, Maps left, Maps right, Maps output) {
        Compiled primitive = compiled(Call.Pair.of(left, left.length() != right.length(), what, threads));
        return primitive != null && run(primitive.with(DNNL_ARG_SRC_1, right.memory()), left, output);
    }

    /** Channels one behind the other. */
    public boolean concatenate(List<Maps> inputs, Maps output) {
        Compiled primitive = compiled(new Call.Concatenation(
                output.pictures(),
                output.height(),
                output.width(),
                inputs.stream().map(Maps::channels).toList(),
                threads));
        if (primitive == null) {
            return false;
        }
        for (int i = 0; i < inputs.size(); i++) {
            primitive.with(DNNL_ARG_MULTIPLE_SRC + i, inputs.get(i).memory());
        }
        primitive.with(DNNL_ARG_DST, output.memory()).run(stream);
        return true;
    }

    /** Zeros around the picture, and before and after the channels; the sizes say how many follow behind. */
    public boolean padZeros(Maps input, int top, int left, int channelsBefore, Maps output) {
        Compiled primitive = compiled(new Call.Padding(
                list(input.dimensions()),
                list(output.dimensions()),
                List.of(0L, (long) channelsBefore, (long) top, (long) left),
                threads));
        if (primitive == null) {
            return false;
        }
        Pointer.memset(output.memory(), 0, output.length() * Float.BYTES);
        return run(primitive, input, output);
    }

    private static List<Long> list(long... values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Local response normalisation across channels; oneDNN knows odd sizes. */
    public boolean normaliseAcrossChannels(Maps input, int size, double alpha, double beta, double k, Maps output) {
        if (size % 2 == 0) {
            return false;
        }
        Compiled primitive = compiled(new Call.AcrossChannels(
                input.pictures(), input.height(), input.width(), input.channels(), size, alpha, beta, k, threads));
        return primitive != null && run(primitive, input, output);
    }

    /**
     * {@code gamma · (x - mean) / √(variance + epsilon) + beta} for each channel.
     *
     * @param gamma {@code [C]} or null
     * @param beta {@code [C]} or null
     */
    public boolean normalise(
            Maps input, Weight gamma, Weight beta, Weight mean, Weight variance, double epsilon, Maps output) {
        Compiled primitive = compiled(new Call.PerChannel(
                input.pictures(),
                input.height(),
                input.width(),
                input.channels(),
                (float) epsilon,
                gamma != null,
                beta != null,
                threads));
        if (primitive == null) {
            return false;
        }
        primitive.with(DNNL_ARG_MEAN, mean.memory()).with(DNNL_ARG_VARIANCE, variance.memory());
        if (gamma != null) {
            primitive.with(DNNL_ARG_SCALE, gamma.memory());
        }
        if (beta != null) {
            primitive.with(DNNL_ARG_SHIFT, beta.memory());
        }
        return run(primitive, input, output);
    }

    /** Exponentials divided by their sum along the channels. */
    public boolean shares(Maps input, Maps output) {
        Compiled primitive =
                compiled(new Call.Shares(input.pictures(), input.height(), input.width(), input.channels(), threads));
        return primitive != null && run(primitive, input, output);
    }

    private Compiled compiled(Call call) {
        Optional<Compiled> known = compiled.get(call);
        if (known == null) {
            known = primitives.of(call);
            made++;
            compiled.put(call, known);
            Iterator<Optional<Compiled>> oldest = compiled.values().iterator();
            while (compiled.size() > MOST_PRIMITIVES) {
                oldest.next().ifPresent(Compiled::close);
                oldest.remove();
            }
        }
        return known.orElse(null);
    }

    /** Brings a kernel, which may lie as a primitive wanted it, back into the order in which it was given. */
    public void restore(Weight kernel) {
        kernels.restore(kernel);
    }

    /** Forgets an array whose memory will be used for something else. */
    public void forget(Object owner) {
        kernels.forget(owner);
    }

    /** Frees all that was made; what others own stays. */
    @Override
    public void close() {
        compiled.values().forEach(each -> each.ifPresent(Compiled::close));
        compiled.clear();
        kernels.close();
        stream.deallocate();
        engine.deallocate();
    }
}
