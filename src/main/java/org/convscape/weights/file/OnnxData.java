package org.convscape.weights.file;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Where the numbers of the arrays of an ONNX model are: in the model, or in a file beside it. */
final class OnnxData {
    private final FileBytes file;
    private final ArrayFile.Contents contents;
    private final Map<String, FileBytes> beside = new HashMap<>();

    OnnxData(FileBytes file, ArrayFile.Contents contents) {
        this.file = file;
        this.contents = contents;
    }

    /** The numbers of an array; checks that they are all there without reading them. */
    Values values(Message message, OnnxTensor tensor, StoredArray array) {
        if (tensor.outside) {
            return external(tensor, array);
        }
        long bytes = tensor.end - tensor.begin;
        if (tensor.written == null) {
            if (array.elements() > 0) {
                throw message.complaint("the array " + array.name() + " (" + array.shapeText() + ") has no numbers");
            }
            return () -> new float[0];
        }
        if (!tensor.fits()) {
            throw message.complaint("the numbers of the array " + array.name() + " do not stand where "
                    + array.type().label() + " was expected");
        }
        if (tensor.written == OnnxTensor.Written.VARINTS) {
            if (array.elements() > bytes) {
                throw tooFew(message, array, bytes);
            }
            return () -> varints(tensor, array);
        }
        if (bytes != array.elements() * array.type().bytes()) {
            throw tooFew(message, array, bytes);
        }
        return Placed.plain(file, tensor.begin, array);
    }

    private static WeightFileFailure tooFew(Message message, StoredArray array, long bytes) {
        return message.complaint("the array " + array.name() + " (" + array.shapeText() + ", "
                + array.type().label() + ") was expected to have " + array.elements() + " numbers, found " + bytes
                + " bytes");
    }

    private float[] varints(OnnxTensor tensor, StoredArray array) {
        float[] values = Room.floats(file, array);
        Cursor in = new Cursor(file, "the array " + array.name(), tensor.begin, tensor.end);
        for (int i = 0; i < values.length; i++) {
            long number = in.varint();
            values[i] = switch (array.type()) {
                case F16 -> Conversion.half((short) number);
                case BF16 -> Float.intBitsToFloat((int) number << 16);
                case BOOL -> number == 0 ? 0 : 1;
                default -> number;
            };
        }
        if (in.left() > 0) {
            throw in.complaint("more numbers than " + array.shapeText() + " were found");
        }
        return values;
    }

    private Values external(OnnxTensor tensor, StoredArray array) {
        String location = tensor.external.getOrDefault("location", "");
        FileBytes data = beside.get(location);
        if (data == null) {
            data = FileBytes.open(inside(array, location));
            beside.put(location, data);
            contents.open.add(data);
        }
        long offset = number(array, tensor, "offset", 0);
        long expected = array.elements() * array.type().bytes();
        long length = number(array, tensor, "length", expected);
        if (length != expected || offset > data.size() - length) {
            throw file.complaint("the array " + array.name() + " (" + array.shapeText() + ", "
                    + array.type().label() + ") was expected to have " + expected + " bytes in " + location
                    + ", found " + length + " from byte " + offset + " of " + data.size());
        }
        FileBytes from = data;
        Placed placed = Placed.plain(from, offset, array);
        return () -> {
            from.checkUnchanged();
            return placed.read();
        };
    }

    private long number(StoredArray array, OnnxTensor tensor, String key, long otherwise) {
        String text = tensor.external.get(key);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw file.complaint("the external data of " + array.name() + " has the " + key + " \"" + text
                    + "\", and a number was expected");
        }
        return Long.parseLong(text);
    }

    /** The file, which must lie in the folder of the model: what a model names is not to be trusted further. */
    private Path inside(StoredArray array, String location) {
        String place = "the numbers of the array " + array.name() + " are said to be in \"" + location + "\"";
        if (location.isBlank()
                || Arrays.asList(location.split("/")).contains("..")
                || location.startsWith("/")
                || location.contains("\\")
                || location.contains(":")) {
            throw file.complaint(place + ", and only files in the folder of the model are read");
        }
        try {
            Path folder = file.path().toAbsolutePath().getParent();
            Path data = folder.resolve(location);
            if (data.toFile().exists() && !data.toRealPath().startsWith(folder.toRealPath())) {
                throw file.complaint(place + ", which leads out of the folder of the model");
            }
            if (!data.toFile().exists()) {
                throw file.complaint(place + ", which is missing; put it into the folder " + folder);
            }
            return data;
        } catch (InvalidPathException | IOException e) {
            throw file.complaint(place + ", which cannot be: " + e.getMessage());
        }
    }
}
