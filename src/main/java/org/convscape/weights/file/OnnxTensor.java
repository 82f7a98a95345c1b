package org.convscape.weights.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code TensorProto} as it stands: what it is and where its numbers are, none of them read. */
final class OnnxTensor {
    private static final int DIMS = 1;
    private static final int DATA_TYPE = 2;
    private static final int SEGMENT = 3;
    private static final int FLOAT_DATA = 4;
    private static final int INT32_DATA = 5;
    private static final int INT64_DATA = 7;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;
    private static final int DOUBLE_DATA = 10;
    private static final int EXTERNAL_DATA = 13;
    private static final int DATA_LOCATION = 14;
    private static final int MOST_DIMENSIONS = 64;

    /** By the numbers of {@code TensorProto.DataType}. */
    private static final Map<Long, ElementType> TYPES = Map.of(
            1L, ElementType.F32,
            2L, ElementType.U8,
            3L, ElementType.I8,
            5L, ElementType.I16,
            6L, ElementType.I32,
            7L, ElementType.I64,
            9L, ElementType.BOOL,
            10L, ElementType.F16,
            11L, ElementType.F64,
            16L, ElementType.BF16);

    /** How the numbers are written. */
    enum Written {
        /** As they are in memory, little-endian. */
        PLAIN,
        /** As numbers of seven bits a byte. */
        VARINTS
    }

    String name = "";
    final List<Long> dimensions = new ArrayList<>();
    final Map<String, String> external = new HashMap<>();
    boolean outside;
    Written written;
    long begin;
    long end;
    private long dataType;
    private int dataField;

    static OnnxTensor read(Message message) {
        OnnxTensor tensor = new OnnxTensor();
        for (int field = message.next(); field != 0; field = message.next()) {
            tensor.take(message, field);
        }
        return tensor;
    }

    private void take(Message message, int field) {
        switch (field) {
            case DIMS -> dimensions(message);
            case DATA_TYPE -> dataType = message.number();
            case SEGMENT -> throw message.complaint("an array in several segments is not read");
            case NAME -> name = message.text();
            case RAW_DATA, FLOAT_DATA, DOUBLE_DATA -> data(message, field, Written.PLAIN);
            case INT32_DATA, INT64_DATA -> data(message, field, Written.VARINTS);
            case EXTERNAL_DATA -> external(message.inner("the place of external data"));
            case DATA_LOCATION -> outside = message.number() == 1;
            default -> {}
        }
    }

    private void dimensions(Message message) {
        if (message.many()) {
            Cursor packed = message.cursor("dimensions");
            while (packed.left() > 0) {
                add(message, packed.varint());
            }
        } else {
            add(message, message.number());
        }
    }

    private void add(Message message, long dimension) {
        if (dimensions.size() == MOST_DIMENSIONS) {
            throw message.complaint("an array has more than " + MOST_DIMENSIONS + " dimensions");
        }
        dimensions.add(dimension);
    }

    private void data(Message message, int field, Written how) {
        if (!message.many() || written != null) {
            throw message.complaint("the numbers of an array were expected in one piece");
        }
        written = how;
        begin = message.begin();
        end = message.end();
        dataField = field;
    }

    private void external(Message pair) {
        String key = "";
        String value = "";
        for (int field = pair.next(); field != 0; field = pair.next()) {
            if (field == 1) {
                key = pair.text();
            } else if (field == 2) {
                value = pair.text();
            }
        }
        external.put(key, value);
    }

    /** The type of the numbers; null where they are none that are read. */
    ElementType type() {
        return TYPES.get(dataType);
    }

    /** Whether numbers of that type may stand in the field where they were found. */
    boolean fits() {
        ElementType type = type();
        return switch (dataField) {
            case RAW_DATA -> true;
            case FLOAT_DATA -> type == ElementType.F32;
            case DOUBLE_DATA -> type == ElementType.F64;
            case INT64_DATA -> type == ElementType.I64;
            case INT32_DATA -> type.bytes() <= Integer.BYTES && type != ElementType.F32;
            default -> false;
        };
    }
}
