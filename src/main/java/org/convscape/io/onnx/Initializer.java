package org.convscape.io.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import onnx.OnnxMl.TensorProto;
import org.convscape.tensor.Tensor;
import org.nd4j.shade.protobuf.CodedOutputStream;
import org.nd4j.shade.protobuf.WireFormat;

/** An array of an ONNX graph as 32-bit floats: its size is known before its numbers are. */
final class Initializer {
    private static final int PIECE = 1 << 14;

    private final TensorProto head;
    private final Numbers numbers;

    Initializer(String name, Numbers numbers) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
        numbers.dimensions().forEach(tensor::addDims);
        this.head = tensor.build();
        this.numbers = numbers;
    }

    String name() {
        return head.getName();
    }

    /** How many bytes the numbers take. */
    long dataBytes() {
        return Math.multiplyExact(numbers.elements(), Float.BYTES);
    }

    /** How many bytes the message takes. */
    long bytes() {
        return head.getSerializedSize() + LengthDelimited.fieldSize(TensorProto.RAW_DATA_FIELD_NUMBER, dataBytes());
    }

    /** Writes the message: the numbers little-endian, as the format wants them. */
    void writeTo(CodedOutputStream out) throws IOException {
        Tensor tensor = numbers.values().get();
        if (tensor.size() != numbers.elements()) {
            throw new IllegalStateException(
                    name() + " has " + tensor.size() + " numbers where " + numbers.elements() + " were declared");
        }
        head.writeTo(out);
        out.writeTag(TensorProto.RAW_DATA_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(Math.toIntExact(dataBytes()));
        float[] values = tensor.values();
        ByteBuffer piece = ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += PIECE) {
            int count = Math.min(PIECE, values.length - from);
            piece.asFloatBuffer().put(values, from, count);
            out.writeRawBytes(piece.array(), 0, count * Float.BYTES);
        }
    }
}
