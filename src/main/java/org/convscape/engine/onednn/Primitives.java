package org.convscape.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.convscape.engine.onednn.Descriptions.INFERENCE;
import static org.convscape.engine.onednn.Descriptions.maps;
import static org.convscape.engine.onednn.Descriptions.plain;
import static org.convscape.engine.onednn.Descriptions.plainLoops;
import static org.convscape.engine.onednn.Descriptions.vector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.concat;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.dnnl.pooling_v2_forward;
import org.bytedeco.dnnl.reorder;
import org.convscape.op.Placement;

/** Makes primitives for maps that lie channels-last. */
final class Primitives {

    private final engine engine;
    private final LinearPrimitives linear;
    private final Normalisations normalisations;

    Primitives(engine engine) {
        this.engine = engine;
        this.linear = new LinearPrimitives(engine);
        this.normalisations = new Normalisations(engine);
    }

    /** The primitive for a call; empty where oneDNN has none or none that is better than plain loops. */
    Optional<Compiled> of(Call call) {
        try {
            return Temporaries.freed(() -> make(call));
        } catch (RuntimeException e) {
            // The presets have no other word for "not implemented".
            return Optional.empty();
        }
    }

    private Optional<Compiled> make(Call call) {
        if (call instanceof Call.Convolution convolution) {
            return linear.convolution(convolution);
        } else if (call instanceof Call.Product product) {
            return linear.product(product);
        } else if (call instanceof Call.Pooling pooling) {
            return pooling(pooling);
        } else if (call instanceof Call.Each each) {
            return each(each);
        } else if (call instanceof Call.Pair pair) {
            return pair(pair);
        } else if (call instanceof Call.Concatenation concatenation) {
            return concatenation(concatenation);
        }
        if (call instanceof Call.Padding padding) {
            return padding(padding);
        }
        if (call instanceof Call.AcrossChannels across) {
            return normalisations.acrossChannels(across);
        }
        return call instanceof Call.PerChannel perChannel
                ? normalisations.perChannel(perChannel)
                : normalisations.shares((Call.Shares) call);
    }

    private Optional<Compiled> pooling(Call.Pooling call) {
        Placement window = call.window();
        memory.desc source = maps(
                call.pictures(),
                call.channels(),
                window.input().height(),
                window.input().width());
        memory.desc target = maps(
                call.pictures(),
                call.channels(),
                window.output().height(),
                window.output().width());
        long[] kernel = {window.kernel().height(), window.kernel().width()};
        long[] strides = {window.stride().height(), window.stride().width()};
        long[] between = {window.dilation().height() - 1L, window.dilation().width() - 1L};
        long[] before = {window.top(), window.left()};
        long[] after = {window.touchedBottom(), window.touchedRight()};
        dnnl.algorithm algorithm =
                switch (call.kind()) {
                    case MAXIMUM -> dnnl.algorithm.pooling_max;
                    case AVERAGE_OF_ALL -> dnnl.algorithm.pooling_avg_include_padding;
                    case AVERAGE_OF_PICTURE -> dnnl.algorithm.pooling_avg_exclude_padding;
                };
        Map<Integer, memory.desc> arguments = Map.of(DNNL_ARG_SRC, source, DNNL_ARG_DST, target);
        if (window.dilation().is(1)) {
            pooling_forward.primitive_desc chosen = new pooling_forward.primitive_desc(
                    new pooling_forward.desc(INFERENCE, algorithm, source, target, strides, kernel, before, after),
                    engine);
            return plainLoops(chosen)
                    ? Optional.empty()
                    : Optional.of(new Compiled(engine, new pooling_forward(chosen), arguments, null));
        }
        pooling_v2_forward.primitive_desc chosen = new pooling_v2_forward.primitive_desc(
                new pooling_v2_forward.desc(
                        INFERENCE, algorithm, source, target, strides, kernel, between, before, after),
                engine);
        return plainLoops(chosen)
                ? Optional.empty()
                : Optional.of(new Compiled(engine, new pooling_v2_forward(chosen), arguments, null));
    }

    private Optional<Compiled> each(Call.Each call) {
        dnnl.algorithm algorithm = call.function().algorithm(call.alpha(), call.beta());
        memory.desc values = vector(call.length());
        eltwise_forward.primitive_desc chosen = new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(INFERENCE, algorithm, values, (float) call.alpha(), (float) call.beta()),
                engine);
        return Optional.of(new Compiled(
                engine, new eltwise_forward(chosen), Map.of(DNNL_ARG_SRC, values, DNNL_ARG_DST, values), null));
    }

    private Optional<Compiled> pair(Call.Pair call) {
        memory.desc values =
                call.spread() ? maps(call.pictures(), call.channels(), call.positions(), 1) : vector(call.channels());
        memory.desc right = call.spread() ? maps(call.pictures(), call.channels(), 1, 1) : values;
        binary.primitive_desc chosen =
                new binary.primitive_desc(new binary.desc(call.what().algorithm(), values, right, values), engine);
        return plainLoops(chosen)
                ? Optional.empty()
                : Optional.of(new Compiled(
                        engine,
                        new binary(chosen),
                        Map.of(DNNL_ARG_SRC, values, DNNL_ARG_SRC_1, right, DNNL_ARG_DST, values),
                        null));
    }

    private Optional<Compiled> concatenation(Call.Concatenation call) {
        int count = call.channels().size();
        memory.desc sources = new memory.desc(count);
        Map<Integer, memory.desc> arguments = new HashMap<>();
        long channels = 0;
        for (int i = 0; i < count; i++) {
            memory.desc source = maps(call.pictures(), call.channels().get(i), call.height(), call.width());
            sources.position(i).data(source.data());
            arguments.put(DNNL_ARG_MULTIPLE_SRC + i, source);
            channels += call.channels().get(i);
        }
        memory.desc target = maps(call.pictures(), channels, call.height(), call.width());
        arguments.put(DNNL_ARG_DST, target);
        concat.primitive_desc chosen = new concat.primitive_desc(target, 1, sources.position(0), engine);
        return plainLoops(chosen)
                ? Optional.empty()
                : Optional.of(new Compiled(engine, new concat(chosen), arguments, null));
    }

    /** A copy into a part of the target. */
    private Optional<Compiled> padding(Call.Padding call) {
        memory.desc source = plain(memory.format_tag.nhwc, array(call.inner()));
        memory.desc part = plain(memory.format_tag.nhwc, array(call.outer()))
                .submemory_desc(array(call.inner()), array(call.offsets()));
        reorder.primitive_desc chosen = new reorder.primitive_desc(engine, source, engine, part);
        return Optional.of(
                new Compiled(engine, new reorder(chosen), Map.of(DNNL_ARG_SRC, source, DNNL_ARG_DST, part), null));
    }

    private static long[] array(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
