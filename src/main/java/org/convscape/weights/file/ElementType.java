package org.convscape.weights.file;

/** What the numbers of a stored array are. All of them can be read as 32-bit floats. */
public enum ElementType {
    /** IEEE 754 binary64, rounded to the nearest 32-bit float. */
    F64("float64", Double.BYTES, true),
    /** IEEE 754 binary32. */
    F32("float32", Float.BYTES, true),
    /** IEEE 754 binary16. */
    F16("float16", Short.BYTES, true),
    /** The upper half of a binary32. */
    BF16("bfloat16", Short.BYTES, true),
    /** Signed, 64 bits. */
    I64("int64", Long.BYTES, false),
    /** Signed, 32 bits. */
    I32("int32", Integer.BYTES, false),
    /** Signed, 16 bits. */
    I16("int16", Short.BYTES, false),
    /** Signed, 8 bits. */
    I8("int8", Byte.BYTES, false),
    /** Unsigned, 8 bits. */
    U8("uint8", Byte.BYTES, false),
    /** One byte: 0 is false, all else is true and becomes 1. */
    BOOL("bool", Byte.BYTES, false);

    private final String label;
    private final int bytes;
    private final boolean fractional;

    ElementType(String label, int bytes, boolean fractional) {
        this.label = label;
        this.bytes = bytes;
        this.fractional = fractional;
    }

    /** The name that NumPy and PyTorch have for it, such as {@code float16}. */
    public String label() {
        return label;
    }

    /** How many bytes one number takes in the file. */
    public int bytes() {
        return bytes;
    }

    /** Whether its arrays can be weights; whole numbers count something, such as the batches seen in training. */
    public boolean fractional() {
        return fractional;
    }
}
