package org.convscape.io.onnx;

import java.util.Arrays;
import onnx.OnnxMl.AttributeProto;
import onnx.OnnxMl.NodeProto;
import org.nd4j.shade.protobuf.ByteString;

/** Adds typed attributes to a node message. */
final class OnnxAttributes {
    private final NodeProto.Builder node;

    OnnxAttributes(NodeProto.Builder node) {
        this.node = node;
    }

    OnnxAttributes integer(String name, long value) {
        node.addAttribute(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value));
        return this;
    }

    OnnxAttributes decimal(String name, double value) {
        node.addAttribute(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) value));
        return this;
    }

    OnnxAttributes text(String name, String value) {
        node.addAttribute(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value)));
        return this;
    }

    OnnxAttributes integers(String name, long... values) {
        node.addAttribute(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList()));
        return this;
    }
}
