package org.convscape.io.onnx;

import org.nd4j.shade.protobuf.CodedOutputStream;

/** How much room a field takes that begins with its length, also where it is too long to be written. */
final class LengthDelimited {
    private LengthDelimited() {}

    /** Bytes of the field: its tag, its length, and what follows. */
    static long fieldSize(int number, long length) {
        return CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt64SizeNoTag(length) + length;
    }
}
