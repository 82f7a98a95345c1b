package org.convscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.document.Document;
import org.convscape.exchange.Exported;
import org.convscape.exchange.Exporter;
import org.convscape.exchange.Exporters;
import org.convscape.execution.RunSettings;
import org.convscape.inventory.Inventory;
import org.convscape.task.Cancellation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a model for other programs. */
@Command(
        description =
                "Writes a model as a file that other programs open: with its weights, as a drawing, or as a table of costs.",
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

    @Mixin
    private WeightsOption weightsOption;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            completionCandidates = Ids.class,
            description =
                    "${COMPLETION-CANDIDATES}; onnx is operator set 13, svg the canvas, the tables are those of cost"
                            + " (default: what the name of the file ends with, else onnx)")
    private Exporter exporter;

    /** The formats there are, as the help lists them. */
    static final class Ids extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Ids() {
            super(Exporters.standard().stream().map(Exporter::id).toList());
        }
    }

    @Option(names = "--all-maps", description = "the model gives the output of every layer, not of the last alone")
    private boolean allMaps;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "the file to write")
    private Path file;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Exporter to = exporter == null
                ? Exporters.forFile(file).orElse(Exporters.standard().get(0))
                : exporter;
        if (allMaps && !to.givesAllMaps()) {
            throw new Refusal("--all-maps is for models that compute, such as --to onnx; found --to " + to.id());
        }
        Document document = seed.on(options.document(session, model));
        Analysis analysis = to.needsShapes() ? ModelOptions.complete(document, model) : Analysis.of(document.graph());
        try (WeightsOption.Opened weights = weightsOption.open(
                session, document, RunSettings.of(document), spec.commandLine().getErr())) {
            String written = Exporters.write(
                    to,
                    new Exported(
                            document,
                            analysis,
                            new Inventory(session.operations(), session.blocks()),
                            Convention.MACS,
                            allMaps,
                            weights.store(document, analysis),
                            weights.words()),
                    file,
                    TerminalProgress.ofBytes(spec.commandLine().getErr()),
                    new Cancellation());
            spec.commandLine().getOut().println(written);
        }
    }
}
