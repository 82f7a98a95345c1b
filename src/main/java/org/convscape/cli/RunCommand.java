package org.convscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.document.Document;
import org.convscape.engine.Activations;
import org.convscape.image.Fit;
import org.convscape.image.Normalisation;
import org.convscape.image.NpyFile;
import org.convscape.io.FileNames;
import org.convscape.io.MapSheetFile;
import org.convscape.io.RunReport;
import org.convscape.io.WholeFile;
import org.convscape.maps.MapSheet;
import org.convscape.maps.MapStatistics;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.viewmodel.RunSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a picture or an array through a model and says what came out of every layer. */
@Command(
        description = "Runs a picture through a model: figures of every layer, maps as pictures, values as arrays.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "id of a network, block or operation, or a file")
    private String model;

    @Mixin
    private ModelOptions options;

    @ArgGroup(multiplicity = "1")
    private Entering entering;

    /** What goes in. */
    static final class Entering {
        @Option(
                names = "--picture",
                paramLabel = "FILE",
                required = true,
                description = "a picture file, or sample:NAME for one that comes with the program")
        private String picture;

        @Option(
                names = "--tensor",
                paramLabel = "FILE.npy",
                required = true,
                description = "an array of the shape of the input (32- or 64-bit floats, H×W×C), taken as it is")
        private Path tensor;
    }

    @Mixin
    private SeedOption seed;

    @Option(names = "--fit", paramLabel = "FIT", description = "squash, crop or pad (default: crop)")
    private Fit fit;

    @Option(
            names = "--normalise",
            paramLabel = "NORMALISATION",
            description = "unit, signed, imagenet, caffe or raw (default: imagenet)")
    private Normalisation normalisation;

    @Option(
            names = "--tap",
            paramLabel = "GLOB",
            description = "layers to report and write, by path: * within a name, ** across slashes; a group's path"
                    + " stands for all in it; may be given several times (default: all)")
    private List<String> taps = new ArrayList<>();

    @Option(names = "--maps", paramLabel = "DIR", description = "writes the tapped layers' maps as PNG sheets there")
    private Path maps;

    @Option(names = "--npy", paramLabel = "DIR", description = "writes the tapped layers' values as .npy files there")
    private Path npy;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "table or json")
    private ShortFormat format;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Document document = options.document(session, model);
        Analysis analysis = ModelOptions.complete(document, model);
        List<String> paths =
                analysis.nodes().stream().map(facts -> facts.node().path()).toList();
        Set<String> tapped = taps.isEmpty() ? new LinkedHashSet<>(paths) : NodeGlob.matching(taps, paths);
        RunSettings settings = settings(document);
        ForwardPass pass = ForwardPass.of(
                analysis,
                entering.picture == null
                        ? Source.array(entering.tensor)
                        : Source.picture(entering.picture, settings.preparation()));
        Progress progress = TerminalProgress.ofSteps(spec.commandLine().getErr());
        try (ForwardPass.Outcome outcome = pass.run(session, settings.seed(), tapped::contains, progress)) {
            List<RunReport.Row> rows = rows(analysis, outcome.activations(), tapped);
            RunReport report = new RunReport(
                    document.title(),
                    pass.inputs(),
                    pass.source(),
                    pass.preparation(),
                    settings.seed(),
                    outcome.engine(),
                    outcome.activations().totalMilliseconds(),
                    rows);
            spec.commandLine().getOut().print(format == ShortFormat.JSON ? report.json() : report.table());
        }
    }

    /** What the document says, where the command line says nothing else. */
    private RunSettings settings(Document document) {
        Document said = seed.on(document);
        if (fit != null) {
            said = said.setting(RunSettings.FIT.name(), fit.id());
        }
        if (normalisation != null) {
            said = said.setting(RunSettings.NORMALISATION.name(), normalisation.id());
        }
        return RunSettings.of(said);
    }

    private List<RunReport.Row> rows(Analysis analysis, Activations activations, Set<String> tapped) {
        FileNames names = new FileNames();
        List<RunReport.Row> rows = new ArrayList<>();
        for (NodeFacts facts : analysis.nodes()) {
            String path = facts.node().path();
            if (tapped.contains(path)) {
                Tensor output = activations.get(path);
                String name = names.of(path);
                rows.add(new RunReport.Row(
                        path,
                        facts.node().operation().type().id(),
                        facts.output(),
                        MapStatistics.of(output),
                        activations.milliseconds(path),
                        maps == null ? "" : sheet(name, path, output),
                        npy == null ? "" : array(name, output)));
            }
        }
        return rows;
    }

    private String sheet(String name, String path, Tensor output) {
        return MapSheetFile.write(maps, name, path, output, MapSheet.Style.STANDARD)
                .toString();
    }

    private String array(String name, Tensor output) {
        WholeFile.makeFolder(npy);
        Path file = npy.resolve(name + ".npy");
        NpyFile.write(file, output);
        return file.toString();
    }
}
