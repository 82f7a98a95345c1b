package org.convscape.weights.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles opcode by opcode, sound ones and others. */
final class PickleBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A pickle of protocol 2. */
    PickleBytes() {
        raw(0x80, 2);
    }

    PickleBytes raw(int... bytes) {
        for (int each : bytes) {
            out.write(each);
        }
        return this;
    }

    PickleBytes op(String opcodes) {
        out.writeBytes(opcodes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    PickleBytes global(String module, String name) {
        return op("c" + module + "\n" + name + "\n");
    }

    PickleBytes text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        op("X");
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .array());
        out.writeBytes(bytes);
        return this;
    }

    /** As a number of eight bytes. */
    PickleBytes number(long number) {
        raw(0x8a, 8);
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array());
        return this;
    }

    PickleBytes numbers(long... numbers) {
        op("(");
        for (long number : numbers) {
            number(number);
        }
        return op("t");
    }

    /** A tensor as PyTorch writes it. */
    PickleBytes tensor(String storage, String key, long elements, long offset, long[] size, long[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").op("(");
        storage(storage, key, elements);
        return number(offset)
                .numbers(size)
                .numbers(strides)
                .raw(0x89)
                .global("collections", "OrderedDict")
                .op(")RtR");
    }

    PickleBytes storage(String storage, String key, long elements) {
        return op("(").text("storage")
                .global("torch", storage)
                .text(key)
                .text("cuda:0")
                .number(elements)
                .op("tQ");
    }

    byte[] end() {
        op(".");
        return out.toByteArray();
    }
}
