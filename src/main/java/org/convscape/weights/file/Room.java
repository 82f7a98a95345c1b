package org.convscape.weights.file;

/** Room in the heap for the numbers of an array, or a sentence. */
final class Room {
    private static final long SMALL = 1L << 32;
    private static final long MOST_TIMES = 1_000;

    private Room() {}

    /** Zeros, one for each element. */
    static float[] floats(FileBytes file, StoredArray array) {
        long bytes = array.elements() * Float.BYTES;
        long heap = Runtime.getRuntime().maxMemory();
        if (array.elements() > Integer.MAX_VALUE - 8 || bytes > heap) {
            throw tooLarge(file, array);
        }
        try {
            return new float[(int) array.elements()];
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, array);
        }
    }

    static WeightFileFailure tooLarge(FileBytes file, StoredArray array) {
        return file.complaint("the array " + array.name() + " (" + array.shapeText()
                + ") takes more memory than there is (the heap may grow to "
                + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB)");
    }

    /** Complains of an array that would be very much larger in memory than it is in the file. */
    static void checkNoBomb(FileBytes file, StoredArray array, long storedBytes) {
        long bytes = array.elements() * array.type().bytes();
        if (bytes > SMALL && bytes / MOST_TIMES > storedBytes) {
            throw file.complaint("the array " + array.name() + " claims to be " + array.shapeText() + ", which is "
                    + bytes + " bytes, and the file has " + storedBytes + " bytes for it");
        }
    }
}
