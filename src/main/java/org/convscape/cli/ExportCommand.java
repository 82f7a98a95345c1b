package org.convscape.cli;

import java.nio.file.Path;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.execution.Exports;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.task.Cancellation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a model with its weights for other programs. */
@Command(
        description = "Writes a model with its weights as a file that other programs open.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "id of a network, block or operation, or a file")
    private String model;

    @Mixin
    private ModelOptions options;

    @Mixin
    private SeedOption seed;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            defaultValue = "onnx",
            description = "onnx, operator set 13 (default: ${DEFAULT-VALUE})")
    private ExportFormat format;

    @Option(names = "--all-maps", description = "the model gives the output of every layer, not of the last alone")
    private boolean allMaps;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE.onnx",
            required = true,
            description = "the file to write")
    private Path file;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Document document = seed.on(options.document(session, model));
        Analysis analysis = ModelOptions.complete(document, model);
        OnnxFile written =
                switch (format) {
                    case ONNX ->
                        OnnxFile.write(
                                Exports.onnx(document, analysis, allMaps),
                                file,
                                TerminalProgress.ofBytes(spec.commandLine().getErr()),
                                new Cancellation());
                };
        spec.commandLine().getOut().println(written.sentence());
    }
}
