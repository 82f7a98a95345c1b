package org.convscape.io.onnx.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import onnx.OnnxMl.StringStringEntryProto;
import onnx.OnnxMl.TensorProto;

/** Reads the arrays of a model: in the file itself, or in a file beside it. */
final class TensorReader {
    private static final long MOST_ELEMENTS = 1L << 30;

    private final Path folder;

    TensorReader(Path folder) {
        this.folder = folder;
    }

    /** The array; that its numbers are there is checked at once, they are read when they are asked for. */
    OnnxArray read(TensorProto tensor) {
        long[] dimensions =
                tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
        long count = OnnxArray.elements(dimensions);
        if (count > MOST_ELEMENTS) {
            throw new Refused(
                    "the array " + tensor.getName() + " declares " + count + " numbers, more than can be read");
        }
        int width = width(tensor);
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            Outside outside = outside(tensor, count * width);
            return array(tensor, dimensions, (int) count, () -> outside.bytes());
        }
        if (!tensor.getRawData().isEmpty() || count == 0) {
            require(tensor, tensor.getRawData().size(), count * width, "bytes");
            return array(
                    tensor, dimensions, (int) count, () -> tensor.getRawData().asReadOnlyByteBuffer());
        }
        return listed(tensor, dimensions, (int) count);
    }

    private static void require(TensorProto tensor, long found, long expected, String what) {
        if (found != expected) {
            throw new Refused(
                    "the array " + tensor.getName() + " should have " + expected + " " + what + " and has " + found);
        }
    }

    private static int width(TensorProto tensor) {
        return switch (type(tensor)) {
            case FLOAT, INT32 -> 4;
            case DOUBLE, INT64 -> 8;
            case FLOAT16, BFLOAT16, INT16 -> 2;
            case INT8, UINT8, BOOL -> 1;
            default ->
                throw new Refused("the array " + tensor.getName() + " holds values of type " + type(tensor)
                        + ", of which no weights are made");
        };
    }

    private static TensorProto.DataType type(TensorProto tensor) {
        TensorProto.DataType type = TensorProto.DataType.forNumber(tensor.getDataType());
        return type == null ? TensorProto.DataType.UNDEFINED : type;
    }

    /** Where numbers lie in another file. */
    private record Outside(Path file, long offset, long length) {
        ByteBuffer bytes() {
            try (FileChannel channel = FileChannel.open(file)) {
                return channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
            } catch (IOException e) {
                throw new org.convscape.io.FileFailure(file + " cannot be read any more", e);
            }
        }
    }

    private Outside outside(TensorProto tensor, long expected) {
        Map<String, String> place = new HashMap<>();
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            place.put(entry.getKey(), entry.getValue());
        }
        String location = place.getOrDefault("location", "");
        String named = "the array " + tensor.getName() + " lies in \"" + location + "\"";
        try {
            Path inside = folder.toRealPath();
            Path file = inside.resolve(location).normalize();
            if (location.isEmpty() || !file.startsWith(inside) || file.equals(inside)) {
                throw new Refused(named + ", which is not in the model's folder");
            }
            if (!Files.isRegularFile(file)) {
                throw new Refused(named + ", which is not beside the model; put it there");
            }
            if (!file.toRealPath().startsWith(inside)) {
                throw new Refused(named + ", which leads out of the model's folder");
            }
            long offset = Long.parseLong(place.getOrDefault("offset", "0"));
            long length = Long.parseLong(place.getOrDefault("length", Long.toString(expected)));
            require(tensor, length, expected, "bytes");
            if (offset < 0 || offset > Files.size(file) - length) {
                throw new Refused(named + " from byte " + offset + " on, and that file ends at " + Files.size(file));
            }
            return new Outside(file, offset, length);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused(named + ", which cannot be found there");
        }
    }

    private static OnnxArray listed(TensorProto tensor, long[] dimensions, int count) {
        IntToDoubleFunction number =
                switch (type(tensor)) {
                    case FLOAT -> tensor::getFloatData;
                    case DOUBLE -> tensor::getDoubleData;
                    case INT64 -> tensor::getInt64Data;
                    case FLOAT16 -> i -> half(tensor.getInt32Data(i));
                    case BFLOAT16 -> i -> Float.intBitsToFloat(tensor.getInt32Data(i) << 16);
                    default -> tensor::getInt32Data;
                };
        int there =
                switch (type(tensor)) {
                    case FLOAT -> tensor.getFloatDataCount();
                    case DOUBLE -> tensor.getDoubleDataCount();
                    case INT64 -> tensor.getInt64DataCount();
                    default -> tensor.getInt32DataCount();
                };
        require(tensor, there, count, "numbers");
        return array(tensor.getName(), dimensions, count, () -> number);
    }

    private static OnnxArray array(
            TensorProto tensor, long[] dimensions, int count, java.util.function.Supplier<ByteBuffer> bytes) {
        return array(tensor.getName(), dimensions, count, () -> numbers(type(tensor), bytes.get()));
    }

    private static IntToDoubleFunction numbers(TensorProto.DataType type, ByteBuffer bytes) {
        ByteBuffer raw = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int from = raw.position();
        return switch (type) {
            case FLOAT -> i -> raw.getFloat(from + 4 * i);
            case DOUBLE -> i -> raw.getDouble(from + 8 * i);
            case INT64 -> i -> raw.getLong(from + 8 * i);
            case INT32 -> i -> raw.getInt(from + 4 * i);
            case INT16 -> i -> raw.getShort(from + 2 * i);
            case FLOAT16 -> i -> half(raw.getShort(from + 2 * i) & 0xFFFF);
            case BFLOAT16 -> i -> Float.intBitsToFloat(raw.getShort(from + 2 * i) << 16);
            case UINT8 -> i -> raw.get(from + i) & 0xFF;
            default -> i -> raw.get(from + i);
        };
    }

    private static OnnxArray array(
            String name, long[] dimensions, int count, java.util.function.Supplier<IntToDoubleFunction> numbers) {
        return new OnnxArray(
                name,
                dimensions,
                () -> {
                    IntToDoubleFunction number = numbers.get();
                    float[] floats = new float[count];
                    for (int i = 0; i < count; i++) {
                        floats[i] = (float) number.applyAsDouble(i);
                    }
                    return floats;
                },
                () -> {
                    IntToDoubleFunction number = numbers.get();
                    double[] doubles = new double[count];
                    for (int i = 0; i < count; i++) {
                        doubles[i] = number.applyAsDouble(i);
                    }
                    return doubles;
                });
    }

    /** A number of 16 bits: one of sign, five of the exponent, ten of the fraction (IEEE 754). */
    private static float half(int bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1F;
        int fraction = bits & 0x3FF;
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F800000 | (fraction << 13));
        }
        if (exponent == 0) {
            float tiny = fraction * 0x1p-24f;
            return sign == 0 ? tiny : -tiny;
        }
        return Float.intBitsToFloat(sign | ((exponent + 112) << 23) | (fraction << 13));
    }
}
