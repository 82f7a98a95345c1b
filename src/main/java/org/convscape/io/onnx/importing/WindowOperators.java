package org.convscape.io.onnx.importing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.op.Operation;
import org.convscape.op.Placement;
import org.convscape.op.Window;
import org.convscape.op.library.AveragePool;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.DepthwiseConv2d;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.ZeroPad;
import org.convscape.tensor.Shape;

/** Convolutions and poolings under a window. */
final class WindowOperators {
    private WindowOperators() {}

    static void addTo(Map<String, Operator> operators) {
        operators.put("Conv", WindowOperators::convolution);
        operators.put("MaxPool", WindowOperators::maximum);
        operators.put("AveragePool", WindowOperators::average);
        operators.put("Pad", WindowOperators::padding);
        operators.put("Slice", WindowOperators::slice);
    }

    private static Value convolution(Step step) {
        NodeReader node = step.node();
        OnnxArray kernel = node.array(1, "its kernel");
        Value.Seen input = step.layers().maps(node.seen(0));
        if (kernel.rank() != 4) {
            throw new Refused("its kernel is " + kernel.shapeText() + "; one of pictures has 4 dimensions");
        }
        long[] extents = kernel.dimensions();
        Window window = window(node, new Size((int) extents[2], (int) extents[3]), input.frame());
        int outputs = Math.toIntExact(extents[0]);
        int groups = Math.toIntExact(node.integer("group", 1));
        int channels = input.frame().channels();
        boolean depthwise = groups == channels && extents[1] == 1 && outputs % groups == 0 && channels > 1;
        boolean bias = node.has(2);
        Map<String, Layer.Weight> weights = new HashMap<>();
        OnnxArray turned = kernel.permuted(2, 3, 1, 0);
        int last = depthwise ? outputs / channels : outputs;
        int before = depthwise ? channels : (int) extents[1];
        weights.put(
                "kernel", new Layer.Weight(List.of((int) extents[2], (int) extents[3], before, last), turned.floats()));
        if (bias) {
            weights.put("bias", perOutput(node.array(2, "its bias"), outputs));
        }
        Operation operation = depthwise
                ? new DepthwiseConv2d(last, window.kernel(), window.stride(), window.padding(), window.dilation(), bias)
                : new Conv2d(
                        outputs, window.kernel(), window.stride(), window.padding(), window.dilation(), groups, bias);
        return step.added(operation, kernel.name(), List.of(input.layer()), weights);
    }

    /** One number for each output of a layer. */
    static Layer.Weight perOutput(OnnxArray array, int outputs) {
        if (array.elements() != outputs) {
            throw new Refused(
                    "the array " + array.name() + " has " + array.elements() + " numbers for " + outputs + " outputs");
        }
        return new Layer.Weight(List.of(outputs), array.floats());
    }

    private static Value maximum(Step step) {
        NodeReader node = step.node();
        if (node.proto().getOutputCount() > 1 && !node.proto().getOutput(1).isEmpty()) {
            throw new Refused("it also gives where the largest values were");
        }
        Value.Seen input = step.layers().maps(node.seen(0));
        Window window = pooling(node, input.frame());
        if (!window.dilation().is(1)) {
            throw new Refused("its window is dilated by " + window.dilation() + ", which only convolutions are here");
        }
        return step.added(
                new MaxPool(window.kernel(), window.stride(), window.padding(), window.rounding()),
                "",
                List.of(input.layer()),
                Map.of());
    }

    private static Value average(Step step) {
        NodeReader node = step.node();
        Value.Seen input = step.layers().maps(node.seen(0));
        Window window = pooling(node, input.frame());
        if (!window.dilation().is(1)) {
            throw new Refused("its window is dilated by " + window.dilation() + ", which only convolutions are here");
        }
        Layer source = input.layer();
        if (step.continues(source)
                && source.operation instanceof ZeroPad pad
                && window.padding().equals(Padding.VALID)) {
            // The zeros that count were written as a layer of their own.
            source.operation =
                    new AveragePool(window.kernel(), window.stride(), pad.padding(), window.rounding(), true);
            source.shape = source.operation.infer(List.of(source.inputs.get(0).shape));
            return Layers.seen(source);
        }
        boolean counts =
                node.integer("count_include_pad", 0) == 1 && !window.padding().equals(Padding.VALID);
        return step.added(
                new AveragePool(window.kernel(), window.stride(), window.padding(), window.rounding(), counts),
                "",
                List.of(source),
                Map.of());
    }

    private static Window pooling(NodeReader node, Shape input) {
        long[] kernel = node.integers("kernel_shape");
        if (kernel.length != 2) {
            throw new Refused("its window has " + kernel.length + " dimensions; one over pictures has 2");
        }
        return window(node, size(kernel), input);
    }

    private static Size size(long... sides) {
        if (sides.length != 2) {
            throw new Refused("it goes through " + sides.length + " dimensions; pictures have 2");
        }
        return new Size(Math.toIntExact(sides[0]), Math.toIntExact(sides[1]));
    }

    private static Window window(NodeReader node, Size kernel, Shape input) {
        Size stride = size(node.integers("strides", 1, 1));
        Size dilation = size(node.integers("dilations", 1, 1));
        Window.Rounding rounding = node.integer("ceil_mode", 0) == 1 ? Window.Rounding.CEIL : Window.Rounding.FLOOR;
        long[] pads = node.integers("pads", 0, 0, 0, 0);
        if (pads.length != 4 || Arrays.stream(pads).anyMatch(pad -> pad < 0 || pad > Integer.MAX_VALUE)) {
            throw new Refused("its padding is " + Arrays.toString(pads) + "; four margins of 0 or more were expected");
        }
        String automatic = node.text("auto_pad", "NOTSET");
        Padding padding =
                switch (automatic) {
                    case "SAME_UPPER" -> Padding.SAME;
                    case "SAME_LOWER" -> turned(new Window(kernel, stride, Padding.SAME, dilation, rounding), input);
                    case "VALID" -> Padding.VALID;
                    default -> Padding.of((int) pads[0], (int) pads[1], (int) pads[2], (int) pads[3]);
                };
        return new Window(kernel, stride, padding, dilation, rounding);
    }

    /** SAME with the larger half first, as explicit margins. */
    private static Padding turned(Window window, Shape input) {
        Placement same = window.over(input.height(), input.width());
        return Padding.of(same.bottom(), same.right(), same.top(), same.left());
    }

    private static Value padding(Step step) {
        NodeReader node = step.node();
        Value.Seen input = step.layers().maps(node.seen(0));
        long[] given = node.integers("pads", 1);
        String mode = node.text("mode", "constant");
        double value = node.has(2) ? node.array(2, "its value").numbers()[0] : node.decimal("value", 0);
        if (given == null || !mode.equals("constant") || value != 0) {
            throw new Refused("it pads by " + (mode.equals("constant") ? "the number " + value : "\"" + mode + "\"")
                    + "; here padding is by zeros");
        }
        long[] axes = node.has(3) ? node.array(3, "its axes").whole() : new long[] {0, 1, 2, 3};
        long[] pads = new long[8];
        for (int i = 0; i < axes.length; i++) {
            int axis = Views.axis(axes[i], 4);
            pads[axis] = given[i];
            pads[axis + 4] = given[i + axes.length];
        }
        if (Arrays.stream(pads).anyMatch(pad -> pad < 0 || pad > Integer.MAX_VALUE) || pads[0] + pads[4] > 0) {
            throw new Refused("it pads by " + Arrays.toString(pads) + "; here a picture is not cut off by padding");
        }
        int added = Math.toIntExact(pads[1] + pads[5]);
        if (pads[1] != added / 2) {
            throw new Refused("it adds " + pads[1] + " channels before and " + pads[5]
                    + " behind; here the smaller half comes first");
        }
        Padding padding = Padding.of((int) pads[2], (int) pads[3], (int) pads[6], (int) pads[7]);
        int channels = added == 0 ? 0 : input.frame().channels() + added;
        return step.added(new ZeroPad(padding, channels), "", List.of(input.layer()), Map.of());
    }

    /** Every so many rows and columns: what a pooling does whose window is one pixel. */
    private static Value slice(Step step) {
        NodeReader node = step.node();
        Value.Seen given = node.seen(0);
        long[] sizes = given.arrangement().sizes();
        int[] strides = {1, 1, 1, 1};
        boolean picks = false;
        for (Views.Cut cut : Views.cuts(node, sizes)) {
            boolean whole = cut.start() == 0 && cut.end() == sizes[cut.axis()];
            if (cut.step() < 1 || !whole || (cut.step() > 1 && (sizes.length != 4 || cut.axis() < 2))) {
                throw new Refused("it cuts a part out of its input of "
                        + given.arrangement().text() + "; here only every second, third … row or column can be taken");
            }
            if (cut.step() > 1) {
                picks = true;
                strides[cut.axis()] = Math.toIntExact(cut.step());
            }
        }
        if (!picks) {
            return given;
        }
        Value.Seen input = step.layers().maps(given);
        Layer source = input.layer();
        if (source.untaken()
                && source.operation instanceof MaxPool pool
                && pool.kernel().is(1)
                && pool.padding().equals(Padding.VALID)
                && source.node != null
                && source.node.getOpType().equals("Slice")) {
            Size both =
                    new Size(pool.stride().height() * strides[2], pool.stride().width() * strides[3]);
            source.operation = new MaxPool(Size.square(1), both, Padding.VALID, Window.Rounding.FLOOR);
            source.shape = source.operation.infer(List.of(source.inputs.get(0).shape));
            return Layers.seen(source);
        }
        return step.added(
                new MaxPool(Size.square(1), new Size(strides[2], strides[3]), Padding.VALID, Window.Rounding.FLOOR),
                "",
                List.of(source),
                Map.of());
    }
}
