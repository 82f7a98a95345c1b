package org.convscape.io.onnx.importing;

import java.util.List;
import java.util.Map;
import onnx.OnnxMl.TensorProto;
import onnx.OnnxMl.TensorShapeProto;
import onnx.OnnxMl.TypeProto;
import onnx.OnnxMl.ValueInfoProto;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.Naming;
import org.convscape.io.FileFailure;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;

/** What enters a model: pictures, channels first or last, and vectors. */
final class Inputs {
    /** What stands in where a file leaves the size of its pictures open. */
    private static final int USUAL_SIDE = 224;

    private static final int MOST_COLOURS = 4;

    private final Layers layers;
    private final List<String> notes;

    Inputs(Layers layers, List<String> notes) {
        this.layers = layers;
        this.notes = notes;
    }

    Value.Seen read(ValueInfoProto input) {
        String named = "its input " + Naming.quoted(input.getName());
        TypeProto.Tensor tensor = input.getType().getTensorType();
        int type = tensor.getElemType();
        if (type != TensorProto.DataType.FLOAT_VALUE
                && type != TensorProto.DataType.DOUBLE_VALUE
                && type != TensorProto.DataType.FLOAT16_VALUE) {
            throw new FileFailure(named + " takes values of type " + TensorProto.DataType.forNumber(type)
                    + "; a picture enters as floating-point numbers");
        }
        List<TensorShapeProto.Dimension> dimensions = tensor.getShape().getDimList();
        if (!tensor.hasShape() || (dimensions.size() != 4 && dimensions.size() != 2)) {
            throw new FileFailure(named + " has " + (tensor.hasShape() ? dimensions.size() : "unknown")
                    + " dimensions; a batch of pictures has 4, one of vectors 2");
        }
        long batch = dimensions.get(0).getDimValue();
        if (batch > 1) {
            throw new FileFailure(named + " is a batch of " + batch
                    + "; export the model for one picture, or with a free number of them");
        }
        return dimensions.size() == 2 ? vector(input, dimensions, named) : maps(input, dimensions, named);
    }

    private Value.Seen vector(ValueInfoProto input, List<TensorShapeProto.Dimension> dimensions, String named) {
        Shape shape = Shape.maps(1, 1, known(dimensions.get(1), named + " does not say how long its vectors are"));
        return added(input, shape, Arrangement.ofMaps(shape).reshaped(1, shape.channels()), named);
    }

    private Value.Seen maps(ValueInfoProto input, List<TensorShapeProto.Dimension> dimensions, String named) {
        long second = dimensions.get(1).getDimValue();
        long last = dimensions.get(3).getDimValue();
        boolean channelsLast = last > 0 && last <= MOST_COLOURS && (second <= 0 || second > MOST_COLOURS);
        int row = channelsLast ? 1 : 2;
        Shape shape = Shape.maps(
                side(dimensions.get(row), input),
                side(dimensions.get(row + 1), input),
                known(dimensions.get(channelsLast ? 3 : 1), named + " does not say how many channels it has"));
        return added(
                input, shape, channelsLast ? Arrangement.ofMapsChannelsLast(shape) : Arrangement.ofMaps(shape), named);
    }

    private Value.Seen added(ValueInfoProto input, Shape shape, Arrangement arrangement, String named) {
        try {
            Layer layer = layers.add(null, input.getName(), Input.of(shape), List.of(), Map.of());
            return new Value.Seen(layer, shape, arrangement, null);
        } catch (Refused | InvalidAttribute e) {
            throw new FileFailure(named + " is " + shape + ": " + e.getMessage(), e);
        }
    }

    private int side(TensorShapeProto.Dimension dimension, ValueInfoProto input) {
        if (dimension.getDimValue() > 0) {
            return Math.toIntExact(Math.min(dimension.getDimValue(), Integer.MAX_VALUE));
        }
        String note = "The size of " + Naming.quoted(input.getName()) + " is free in the file; " + USUAL_SIDE + "×"
                + USUAL_SIDE + " was taken";
        if (!notes.contains(note)) {
            notes.add(note);
        }
        return USUAL_SIDE;
    }

    private static int known(TensorShapeProto.Dimension dimension, String otherwise) {
        if (dimension.getDimValue() <= 0 || dimension.getDimValue() > Integer.MAX_VALUE) {
            throw new FileFailure(otherwise);
        }
        return (int) dimension.getDimValue();
    }
}
