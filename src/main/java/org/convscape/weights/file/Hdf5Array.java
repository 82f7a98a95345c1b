package org.convscape.weights.file;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

/**
 * A dataset of HDF5 as an array: read in place where it stands in one piece, as Keras writes it, and through the
 * library where it is in chunks.
 */
final class Hdf5Array {
    private final Hdf5 hdf;
    private final Dataset dataset;
    private final StoredArray array;

    private Hdf5Array(Hdf5 hdf, Dataset dataset, StoredArray array) {
        this.hdf = hdf;
        this.dataset = dataset;
        this.array = array;
    }

    /** Adds a dataset under that name, or a remark where it holds no numbers that are read. */
    static void add(ArrayFile.Contents contents, Hdf5 hdf, Dataset dataset, String name, String layer) {
        String what = "the dataset " + name;
        DataType kind = hdf.guarded(what, dataset::getDataType);
        ElementType type = hdf.guarded(what, () -> type(kind));
        if (type == null) {
            contents.remarks.add("The dataset " + name + " holds " + described(kind) + ", and is left out");
            return;
        }
        List<Long> dimensions = hdf.guarded(
                what, () -> Arrays.stream(dataset.getDimensionsAsLong()).boxed().toList());
        if (Extent.elements(dimensions, Double.BYTES).isEmpty()) {
            throw hdf.file().complaint(what + " claims to be " + dimensions + ", which is negative or overflows");
        }
        StoredArray array = new StoredArray(name, dimensions, type);
        Values values = new Hdf5Array(hdf, dataset, array).values(what, kind);
        if (!contents.add(array, layer, values)) {
            throw hdf.file().complaint("two arrays are called " + name);
        }
    }

    private Values values(String what, DataType kind) {
        if (array.elements() == 0) {
            return () -> new float[0];
        }
        long stored = hdf.guarded(what, dataset::getStorageInBytes);
        hdf.guarded(what, dataset::getFilters);
        if (dataset instanceof ContiguousDataset plain) {
            return inPlace(what, kind, hdf.guarded(what, plain::getDataAddress));
        }
        Room.checkNoBomb(hdf.file(), array, stored);
        if (array.type() == ElementType.BF16) {
            throw hdf.file().complaint(what + " has bfloat16 in chunks, which is not read; saving it as float32 helps");
        }
        if (dataset instanceof ChunkedDataset chunked) {
            checkChunks(what, hdf.guarded(what, chunked::getChunkDimensions));
        }
        return this::throughLibrary;
    }

    private Values inPlace(String what, DataType kind, long address) {
        long bytes = array.elements() * array.type().bytes();
        long at = hdf.base() + address;
        if (address < 0) {
            throw hdf.file().complaint(what + " (" + array.shapeText() + ") has no numbers");
        }
        if (at < 0 || at > hdf.file().size() - bytes) {
            throw hdf.file()
                    .complaint(what + " (" + array.shapeText() + ", "
                            + array.type().label() + ") was expected to have "
                            + bytes + " bytes from byte " + at + ", but the file ends at "
                            + hdf.file().size());
        }
        return new Placed(
                hdf.file(), at, ((OrderedDataType) kind).getByteOrder(), array, Placed.rowByRow(array.dimensions()));
    }

    /** The library makes room for whole chunks, however little the array has of them. */
    private void checkChunks(String what, int[] chunk) {
        long elements = 1;
        for (int each : chunk) {
            if (each <= 0 || elements > Integer.MAX_VALUE / each) {
                throw hdf.file().complaint(what + " has chunks of " + Arrays.toString(chunk));
            }
            elements *= each;
        }
        if (elements > 1 << 20 && elements > 64 * array.elements()) {
            throw hdf.file()
                    .complaint(what + " (" + array.shapeText() + ") has chunks of " + Arrays.toString(chunk)
                            + ", far larger than itself");
        }
    }

    private float[] throughLibrary() {
        String what = "the dataset " + array.name();
        // The library holds the bytes and the numbers of this array at the same time.
        long needed = array.elements() * (array.type().bytes() * 2L + Float.BYTES);
        if (needed > Runtime.getRuntime().maxMemory()) {
            throw Room.tooLarge(hdf.file(), array);
        }
        Object data = hdf.guarded(what, dataset::getDataFlat);
        float[] values = floats(data);
        if (values == null || values.length != array.elements()) {
            throw hdf.file()
                    .complaint(what + " was expected to have " + array.elements() + " numbers, found "
                            + (values == null ? "none" : values.length));
        }
        return values;
    }

    /** The kinds of arrays that the library makes, and single numbers; null for anything else. */
    private static float[] floats(Object data) {
        if (data instanceof float[] floats) {
            return floats;
        }
        if (data instanceof Number number) {
            return new float[] {number.floatValue()};
        }
        int length = data != null && data.getClass().isArray() ? Array.getLength(data) : -1;
        if (length < 0) {
            return null;
        }
        float[] values = new float[length];
        if (data instanceof double[] doubles) {
            for (int i = 0; i < length; i++) {
                values[i] = (float) doubles[i];
            }
        } else if (data instanceof long[] longs) {
            for (int i = 0; i < length; i++) {
                values[i] = longs[i];
            }
        } else if (data instanceof int[] ints) {
            for (int i = 0; i < length; i++) {
                values[i] = ints[i];
            }
        } else if (data instanceof short[] shorts) {
            for (int i = 0; i < length; i++) {
                values[i] = shorts[i];
            }
        } else if (data instanceof byte[] bytes) {
            for (int i = 0; i < length; i++) {
                values[i] = bytes[i];
            }
        } else {
            return null;
        }
        return values;
    }

    /** The type of the numbers; null for those that are not read. */
    private static ElementType type(DataType kind) {
        if (kind instanceof FloatingPoint real) {
            return real.getBitOffset() == 0 ? real(real) : null;
        }
        if (kind instanceof FixedPoint whole
                && whole.getBitOffset() == 0
                && whole.getBitPrecision() == whole.getSize() * Byte.SIZE) {
            return switch (whole.getSize()) {
                case 1 -> whole.isSigned() ? ElementType.I8 : ElementType.U8;
                case 2 -> whole.isSigned() ? ElementType.I16 : null;
                case 4 -> whole.isSigned() ? ElementType.I32 : null;
                case 8 -> whole.isSigned() ? ElementType.I64 : null;
                default -> null;
            };
        }
        return null;
    }

    private static ElementType real(FloatingPoint real) {
        int exponent = real.getExponentSize();
        return switch (real.getSize()) {
            case 2 ->
                exponent == 5 && real.getMantissaSize() == 10
                        ? ElementType.F16
                        : exponent == 8 && real.getMantissaSize() == 7 ? ElementType.BF16 : null;
            case 4 -> exponent == 8 && real.getMantissaSize() == 23 ? ElementType.F32 : null;
            case 8 -> exponent == 11 && real.getMantissaSize() == 52 ? ElementType.F64 : null;
            default -> null;
        };
    }

    private static String described(DataType kind) {
        String numbers = kind.getSize() * Byte.SIZE + " bits each";
        if (kind instanceof FixedPoint whole) {
            return (whole.isSigned() ? "signed" : "unsigned") + " whole numbers of " + numbers;
        }
        return kind instanceof FloatingPoint ? "numbers of an unusual kind, " + numbers : "something that is no number";
    }
}
