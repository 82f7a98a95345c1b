package org.convscape.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.convscape.analysis.Analysis;
import org.convscape.chart.TimeCharts;
import org.convscape.document.Document;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.RunSettings;
import org.convscape.io.TableFormat;
import org.convscape.io.TimingReport;
import org.convscape.io.chart.ChartFile;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.timing.Repetitions;
import org.convscape.timing.Roofline;
import org.convscape.timing.TimedRuns;
import org.convscape.timing.Timing;
import org.convscape.timing.TimingTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a model over and over and says how long every layer takes, and how near it comes to what the machine can do. */
@Command(
        description = {
            "Times a model layer by layer against the roofline of this machine.",
            "Nothing else should run meanwhile. Everything is computed anew in every run; times of runs under other load, of"
                    + " other processes or machines are not to be compared."
        },
        mixinStandardHelpOptions = true)
final class TimeCommand implements Runnable {
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
            names = "--picture",
            paramLabel = "FILE",
            description =
                    "a picture file, or sample:NAME (default: the first sample, or values drawn at random where the"
                            + " input has other channels than a picture)")
    private String picture;

    @Mixin
    private MeasureOptions measure;

    @Option(names = "--result-only", description = "keep the result alone, rather than every layer's map available")
    private boolean resultOnly;

    @Option(
            names = "--unfolded",
            description = "one step for every layer, nothing folded and no array written over; slower, but every layer"
                    + " has a time of its own")
    private boolean unfolded;

    @Option(names = "--all", description = "every layer in the order of the run, rather than the slowest ones")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); csv and json always list every layer")
    private TableFormat format;

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "writes the roofline with every layer as a dot there, as .svg or .png")
    private Path chart;

    TimeCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Document document = options.document(session, model);
        Analysis analysis = ModelOptions.complete(document, model);
        Repetitions repetitions = measure.repetitions();
        measure.check();
        checkChart();
        RunSettings settings = RunSettings.of(seed.on(document));
        ForwardPass pass = ForwardPass.of(analysis, MeasureOptions.source(picture, analysis, settings.preparation()));
        ForwardRequest request = pass.request(
                        DocumentWeights.of(document, analysis, settings.seed()), path -> !resultOnly)
                .with(unfolded ? PlanOptions.LITERAL : PlanOptions.FRESH);
        try (Engine engine = measure.engine(session)) {
            Progress progress = TerminalProgress.ofSteps(spec.commandLine().getErr());
            Timing timing = TimedRuns.of(engine, request, repetitions, progress, new Cancellation());
            // Afterwards, so that its large arrays do not lie about while the network is measured.
            Roofline roofline = measure.roofline(engine, progress);
            TimingReport report = new TimingReport(
                    document.title(),
                    ForwardPass.shapes(analysis),
                    pass.source(),
                    settings.seed(),
                    engine.warmUp().join(),
                    measure.threads() == null ? OptionalInt.empty() : OptionalInt.of(measure.threads()),
                    manner(),
                    measure.origin(),
                    TimingTable.of(timing, analysis, roofline),
                    all);
            print(report);
        }
    }

    private void print(TimingReport report) {
        spec.commandLine().getOut().print(report.write(format));
        if (chart != null) {
            ChartFile.write(TimeCharts.roofline(report.model() + " under the roofline", report.table()), chart);
        }
    }

    private String manner() {
        return (resultOnly ? "the result alone kept" : "every map available afterwards")
                + (unfolded ? ", one step per layer" : "");
    }

    private void checkChart() {
        if (chart != null && !ChartFile.isNamed(String.valueOf(chart.getFileName()))) {
            throw new Refusal("--chart takes a file whose name ends in .svg or .png, found " + chart);
        }
    }
}
