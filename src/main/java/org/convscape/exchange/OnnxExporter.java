package org.convscape.exchange;

import java.nio.file.Path;
import org.convscape.execution.Exports;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/** The network with its weights, for other programs to compute with. */
final class OnnxExporter implements Exporter {
    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public String label() {
        return "ONNX models";
    }

    @Override
    public String ending() {
        return OnnxFile.ENDING;
    }

    @Override
    public boolean needsShapes() {
        return true;
    }

    @Override
    public boolean givesAllMaps() {
        return true;
    }

    @Override
    public String write(Exported exported, Path file, Progress progress, Cancellation cancellation) {
        return OnnxFile.write(
                        Exports.onnx(
                                exported.document(),
                                exported.analysis(),
                                exported.allMaps(),
                                exported.weights(),
                                exported.source()),
                        file,
                        progress,
                        cancellation)
                .sentence();
    }
}
