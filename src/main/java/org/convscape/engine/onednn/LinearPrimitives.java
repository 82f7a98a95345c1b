package org.convscape.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.convscape.engine.onednn.Descriptions.INFERENCE;
import static org.convscape.engine.onednn.Descriptions.limiting;
import static org.convscape.engine.onednn.Descriptions.maps;
import static org.convscape.engine.onednn.Descriptions.plain;
import static org.convscape.engine.onednn.Descriptions.plainLoops;
import static org.convscape.engine.onednn.Descriptions.vector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.convscape.op.Placement;
import org.convscape.op.Pointwise;

/**
 * Makes primitives for convolutions and products, with what follows them; only their kernels may lie as oneDNN likes.
 */
final class LinearPrimitives {
    private final engine engine;

    LinearPrimitives(engine engine) {
        this.engine = engine;
    }

    /** A convolution. */
    Optional<Compiled> convolution(Call.Convolution call) {
        Placement window = call.window();
        memory.desc source = maps(
                call.pictures(),
                call.inputs(),
                window.input().height(),
                window.input().width());
        memory.desc target = maps(
                call.pictures(),
                call.outputs(),
                window.output().height(),
                window.output().width());
        memory.desc kernel = plain(memory.format_tag.any, kernelDimensions(call));
        long[] strides = {window.stride().height(), window.stride().width()};
        long[] between = {window.dilation().height() - 1L, window.dilation().width() - 1L};
        long[] before = {window.top(), window.left()};
        long[] after = {window.touchedBottom(), window.touchedRight()};
        dnnl.algorithm algorithm = dnnl.algorithm.convolution_direct;
        convolution_forward.desc description = call.bias()
                ? new convolution_forward.desc(
                        INFERENCE,
                        algorithm,
                        source,
                        kernel,
                        vector(call.outputs()),
                        target,
                        strides,
                        between,
                        before,
                        after)
                : new convolution_forward.desc(
                        INFERENCE, algorithm, source, kernel, target, strides, between, before, after);
        convolution_forward.primitive_desc chosen =
                new convolution_forward.primitive_desc(description, endings(call.endings(), target), engine);
        if (plainLoops(chosen)) {
            return Optional.empty();
        }
        return Optional.of(new Compiled(
                engine,
                new convolution_forward(chosen),
                linear(
                        source,
                        chosen.weights_desc(),
                        call.bias() ? vector(call.outputs()) : null,
                        target,
                        call.endings()),
                chosen.weights_desc()));
    }

    /** The dimensions of a kernel in oneDNN's order. */
    private static long[] kernelDimensions(Call.Convolution call) {
        long height = call.window().kernel().height();
        long width = call.window().kernel().width();
        long groups = call.groups();
        return groups == 1
                ? new long[] {call.outputs(), call.inputs(), height, width}
                : new long[] {groups, call.outputs() / groups, call.inputs() / groups, height, width};
    }

    /** How a kernel {@code [kH, kW, C/groups, N]} lies, in oneDNN's order of dimensions. */
    static memory.desc kernelAsGiven(Call.Convolution call) {
        long width = call.window().kernel().width();
        long inputs = call.inputs() / call.groups();
        long row = width * inputs * call.outputs();
        long column = inputs * call.outputs();
        long[] strides = call.groups() == 1
                ? new long[] {1, call.outputs(), row, column}
                : new long[] {call.outputs() / call.groups(), 1, call.outputs(), row, column};
        return new memory.desc(kernelDimensions(call), memory.data_type.f32, strides);
    }

    /** A product. */
    Optional<Compiled> product(Call.Product call) {
        memory.desc source = plain(memory.format_tag.ab, call.pictures(), call.inputs());
        memory.desc target = plain(memory.format_tag.ab, call.pictures(), call.outputs());
        memory.desc kernel = plain(memory.format_tag.any, call.outputs(), call.inputs());
        memory.desc bias = call.bias() ? vector(call.outputs()) : null;
        inner_product_forward.desc description = call.bias()
                ? new inner_product_forward.desc(INFERENCE, source, kernel, bias, target)
                : new inner_product_forward.desc(INFERENCE, source, kernel, target);
        inner_product_forward.primitive_desc chosen =
                new inner_product_forward.primitive_desc(description, endings(call.endings(), target), engine);
        if (plainLoops(chosen)) {
            return Optional.empty();
        }
        return Optional.of(new Compiled(
                engine,
                new inner_product_forward(chosen),
                linear(source, chosen.weights_desc(), bias, target, call.endings()),
                chosen.weights_desc()));
    }

    /** How a matrix {@code [in, out]} lies, in oneDNN's order of dimensions. */
    static memory.desc kernelAsGiven(Call.Product call) {
        return plain(memory.format_tag.ba, call.outputs(), call.inputs());
    }

    private static Map<Integer, memory.desc> linear(
            memory.desc source, memory.desc kernel, memory.desc bias, memory.desc target, List<Call.Ending> endings) {
        Map<Integer, memory.desc> arguments = new HashMap<>();
        arguments.put(DNNL_ARG_SRC, source);
        arguments.put(DNNL_ARG_WEIGHTS, kernel);
        arguments.put(DNNL_ARG_DST, target);
        if (bias != null) {
            arguments.put(DNNL_ARG_BIAS, bias);
        }
        int count = 0;
        for (Call.Ending ending : endings) {
            for (int i = 0; i < ending.others(); i++) {
                arguments.put(addend(count + i), target);
            }
            count += Math.max(1, ending.others());
        }
        return arguments;
    }

    /** The argument that is added by that post-op. */
    static int addend(int postOp) {
        return DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (postOp + 1) | DNNL_ARG_SRC_1;
    }

    private static primitive_attr endings(List<Call.Ending> endings, memory.desc target) {
        primitive_attr attributes = new primitive_attr();
        if (!endings.isEmpty()) {
            post_ops operations = new post_ops();
            for (Call.Ending ending : endings) {
                if (ending.what() instanceof Pointwise.Limit limit) {
                    operations.append_eltwise(
                            1, limiting(limit.low(), limit.high()), (float) limit.low(), (float) limit.high());
                } else {
                    for (int i = 0; i < ending.others(); i++) {
                        operations.append_binary(dnnl.algorithm.binary_add, target);
                    }
                }
            }
            attributes.set_post_ops(operations);
        }
        return attributes;
    }
}
