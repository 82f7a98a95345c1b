package org.convscape.io.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import onnx.OnnxMl.GraphProto;
import onnx.OnnxMl.ModelProto;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.nd4j.shade.protobuf.CodedOutputStream;
import org.nd4j.shade.protobuf.WireFormat;

/**
 * A model that is written array by array, so that it never stands in memory as a whole: the same bytes as the message
 * would give, with the arrays at the end of the graph.
 *
 * @param head the model without its graph
 * @param graph without its arrays of floats
 */
record OnnxModel(ModelProto head, GraphProto graph, List<Initializer> initializers) {

    /** How long the file becomes; may be more than the format can hold. */
    long bytes() {
        return head.getSerializedSize() + LengthDelimited.fieldSize(ModelProto.GRAPH_FIELD_NUMBER, graphBytes());
    }

    private long graphBytes() {
        long bytes = graph.getSerializedSize();
        for (Initializer each : initializers) {
            bytes = Math.addExact(bytes, LengthDelimited.fieldSize(GraphProto.INITIALIZER_FIELD_NUMBER, each.bytes()));
        }
        return bytes;
    }

    /** Writes the file; the progress counts bytes of arrays. */
    void writeTo(OutputStream stream, Progress progress, Cancellation cancellation) throws IOException {
        CodedOutputStream out = CodedOutputStream.newInstance(stream);
        head.writeTo(out);
        begin(out, ModelProto.GRAPH_FIELD_NUMBER, graphBytes());
        graph.writeTo(out);
        long total = initializers.stream().mapToLong(Initializer::dataBytes).sum();
        long done = 0;
        for (Initializer each : initializers) {
            cancellation.check();
            progress.report(done, total, each.name());
            begin(out, GraphProto.INITIALIZER_FIELD_NUMBER, each.bytes());
            each.writeTo(out);
            done += each.dataBytes();
        }
        out.flush();
        progress.report(total, total, "");
    }

    private static void begin(CodedOutputStream out, int field, long length) throws IOException {
        out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(Math.toIntExact(length));
    }
}
