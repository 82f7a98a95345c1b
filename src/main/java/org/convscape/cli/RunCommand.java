package org.convscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.execution.RunSettings;
import org.convscape.image.Fit;
import org.convscape.image.Normalisation;
import org.convscape.io.RunReport;
import org.convscape.weights.WeightStore;
import org.convscape.weights.published.PublishedFile;
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
final class RunCommand implements Callable<Integer> {
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
                paramLabel = "FILE|DIR",
                required = true,
                description = "a picture file, sample:NAME for one that comes with the program, or a folder: all its"
                        + " pictures by name, each with its result")
        private String picture;

        @Option(
                names = "--tensor",
                paramLabel = "FILE.npy",
                required = true,
                description = "an array of the shape of the input (32- or 64-bit floats, H×W×C), taken as it is")
        private Path tensor;
    }

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "8",
            description = "how many pictures of a folder are computed at once, fewer where the memory does not allow it"
                    + " (default: ${DEFAULT-VALUE})")
    private int batch;

    @Mixin
    private SeedOption seed;

    @Mixin
    private WeightsOption weightsOption;

    @Mixin
    private TopOption top;

    @Option(names = "--fit", paramLabel = "FIT", description = "squash, crop or pad (default: crop)")
    private Fit fit;

    @Option(
            names = "--resize",
            paramLabel = "R",
            description = "crops as of a picture whose shorter side is R pixels, such as 256 for an input of 224;"
                    + " 0 crops as much as fits (default: 0)")
    private Integer resize;

    @Option(
            names = "--normalise",
            paramLabel = "NAME|MEAN;STD",
            description =
                    "unit, signed, imagenet, caffe or raw; or mean and deviation for pixels from 0 to 1, one number"
                            + " or three with commas, followed by ;255 where they are for 0 to 255 and by ;bgr where blue comes"
                            + " first (default: imagenet)")
    private Normalisation normalisation;

    @Option(
            names = "--tap",
            paramLabel = "GLOB",
            description =
                    "layers to report and write, by path: * within a name, ** across slashes; a group's path"
                            + " stands for all in it; may be given several times (default: all; of a folder, the results alone)")
    private List<String> taps = new ArrayList<>();

    @Option(names = "--maps", paramLabel = "DIR", description = "writes the tapped layers' maps as PNG sheets there")
    private Path maps;

    @Option(names = "--npy", paramLabel = "DIR", description = "writes the tapped layers' values as .npy files there")
    private Path npy;

    @Mixin
    private FormatOption format;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (batch < 1) {
            throw new Refusal("--batch: one picture or more was expected, and " + batch + " was found");
        }
        Document document = options.document(session, model);
        Analysis analysis = ModelOptions.complete(document, model);
        RunSettings settings = settings(document, analysis);
        Optional<Path> pictureFolder = Optional.ofNullable(entering.picture).flatMap(Source::folder);
        boolean folder = pictureFolder.isPresent();
        Tapped tapped = new Tapped(analysis, tapped(analysis, folder), maps, npy, top.told(document, analysis));
        tapped.requireHeap(Runtime.getRuntime().maxMemory());
        WholeProgress progress = new WholeProgress(
                analysis, TerminalProgress.ofSteps(spec.commandLine().getErr()));
        List<RunReport.Pass> passes = new ArrayList<>();
        List<RunReport.Failed> failed = new ArrayList<>();
        String engineName;
        String weightsUsed;
        try (WeightsOption.Opened opened = weightsOption.open(
                        session, document, settings, spec.commandLine().getErr());
                OpenEngine engine = new OpenEngine(session)) {
            weightsUsed = opened.words();
            WeightStore weights = opened.store(document, analysis);
            if (folder) {
                PictureFolder pictures = new PictureFolder(
                        pictureFolder.get(),
                        tapped,
                        settings.preparation(),
                        weights,
                        batch,
                        spec.commandLine().getErr());
                pictures.run(engine, progress);
                passes.addAll(pictures.passes());
                failed.addAll(pictures.failed());
            } else {
                passes.add(ForwardPass.of(analysis, source(settings)).run(engine, weights, tapped, progress));
            }
            engineName = engine.description();
        }
        spec.commandLine()
                .getOut()
                .print(new RunReport(
                                document.title(),
                                ForwardPass.shapes(analysis),
                                settings.seed(),
                                weightsUsed,
                                engineName,
                                folder ? entering.picture : "",
                                passes,
                                failed)
                        .write(format.chosen()));
        return failed.isEmpty() ? Cli.SUCCESS : Cli.PARTLY;
    }

    private Source source(RunSettings settings) {
        return entering.picture == null
                ? Source.array(entering.tensor)
                : Source.picture(entering.picture, settings.preparation());
    }

    /** Of a folder the results are always there: they are what its pictures are compared by. */
    private Set<String> tapped(Analysis analysis, boolean folder) {
        List<String> paths =
                analysis.nodes().stream().map(facts -> facts.node().path()).toList();
        Set<String> tapped = new LinkedHashSet<>();
        if (!taps.isEmpty()) {
            tapped.addAll(NodeGlob.matching(taps, paths));
        } else if (!folder) {
            tapped.addAll(paths);
        }
        if (folder) {
            analysis.outputs().forEach(facts -> tapped.add(facts.node().path()));
        }
        return tapped;
    }

    /** What the document says, or the publisher of its weights, where the command line says nothing else. */
    private RunSettings settings(Document document, Analysis analysis) {
        Document said = seed.on(document);
        Optional<PublishedFile> published = weightsOption.published(session);
        if (published.isPresent() && entering.picture != null) {
            said = RunSettings.on(
                    said,
                    published
                            .get()
                            .pictures()
                            .preparation(ForwardPass.shapes(analysis).get(0)));
            PrintWriter err = spec.commandLine().getErr();
            err.println("pictures: prepared as " + published.get().id() + " is published, with "
                    + published.get().pictures().words() + "; --fit, --resize and --normalise go before that");
            err.flush();
        }
        if (fit != null) {
            said = said.setting(RunSettings.FIT.name(), fit.id());
        }
        if (resize != null) {
            said = said.setting(
                    RunSettings.RESIZE.name(), RunSettings.RESIZE.check(resize).toString());
        }
        if (normalisation != null) {
            said = said.setting(RunSettings.NORMALISATION.name(), normalisation.id());
        }
        return RunSettings.of(said);
    }
}
