package org.convscape.weights.file;

import java.nio.ByteBuffer;

/** Numbers of every type as 32-bit floats. */
final class Conversion {
    private Conversion() {}

    /** Converts that many numbers, from where the buffer stands and in its byte order. */
    static void convert(ByteBuffer from, ElementType type, float[] to, int at, int count) {
        int end = at + count;
        switch (type) {
            case F32 -> {
                from.asFloatBuffer().get(to, at, count);
                from.position(from.position() + count * Float.BYTES);
            }
            case F64 -> {
                for (int i = at; i < end; i++) {
                    to[i] = (float) from.getDouble();
                }
            }
            case F16 -> {
                for (int i = at; i < end; i++) {
                    to[i] = half(from.getShort());
                }
            }
            case BF16 -> {
                for (int i = at; i < end; i++) {
                    to[i] = Float.intBitsToFloat(from.getShort() << 16);
                }
            }
            case I64 -> {
                for (int i = at; i < end; i++) {
                    to[i] = from.getLong();
                }
            }
            case I32 -> {
                for (int i = at; i < end; i++) {
                    to[i] = from.getInt();
                }
            }
            case I16 -> {
                for (int i = at; i < end; i++) {
                    to[i] = from.getShort();
                }
            }
            case I8 -> {
                for (int i = at; i < end; i++) {
                    to[i] = from.get();
                }
            }
            case U8 -> {
                for (int i = at; i < end; i++) {
                    to[i] = from.get() & 0xFF;
                }
            }
            case BOOL -> {
                for (int i = at; i < end; i++) {
                    to[i] = from.get() == 0 ? 0 : 1;
                }
            }
        }
    }

    /** IEEE 754 binary16: one sign, five bits of exponent, ten of fraction. Every one is a binary32 too. */
    static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        if (exponent == 0) {
            float subnormal = fraction * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        int wide = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
