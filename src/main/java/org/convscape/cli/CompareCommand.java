package org.convscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.ComparisonTable;
import org.convscape.analysis.Convention;
import org.convscape.analysis.GraphDifference;
import org.convscape.analysis.NetworkAlignment;
import org.convscape.image.Picture;
import org.convscape.io.ComparisonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts two to four models side by side: what each costs stage by stage, what it takes here, and what differs. */
@Command(
        description = {
            "Puts two to four models side by side, row by row, with their ratios to the first.",
            "Each is counted at its own input unless --input gives one to all."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            arity = "1..*",
            description = "id of a network, block or operation, or a file; two to four of them")
    private List<String> names;

    @Mixin
    private ModelOptions options;

    @Mixin
    private ConventionOption convention;

    @Mixin
    private SeedOption seed;

    @Option(
            names = "--by",
            paramLabel = "ROWS",
            defaultValue = "stage",
            description =
                    "what stands side by side: stage (maps of the same part of the picture's size), block (as many"
                            + " blocks into the stage) or name (layers called alike) (default: ${DEFAULT-VALUE})")
    private NetworkAlignment.By by;

    @Option(
            names = "--pair",
            paramLabel = "N:PATH=M:PATH",
            description = "puts a layer or block of model N beside one of model M, whatever --by says, such as"
                    + " 2:layer3/22=1:layer3/5; may be given several times")
    private List<String> pairs = new ArrayList<>();

    @Option(names = "--diff", description = "lists what the second model changes of the first, node by node")
    private boolean diff;

    @Option(
            names = "--measure",
            description = "runs each model over and over, as the command time does, and says how long it takes here")
    private boolean measure;

    @Mixin
    private MeasureOptions measuring;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "what --measure runs and --report shows: a picture file, or sample:NAME (default: the first"
                    + " sample, or values drawn at random where an input has other channels than a picture)")
    private String picture;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "writes one page there with tables, chart, differences, picture, and what the figures depend"
                    + " on; it needs no other file and no network")
    private Path report;

    @Mixin
    private FormatOption format;

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (names.size() < 2 || names.size() > NetworkAlignment.MOST) {
            throw new Refusal("compare takes two to four models, found " + names.size()
                    + (names.size() < 2 ? "; \"cost\" counts one" : "; \"cost\" lists any number one after the other"));
        }
        Convention rule = convention.rule();
        List<NetworkAlignment.Tie> ties =
                pairs.stream().map(CompareCommand::tie).toList();
        if (picture != null && !measure && report == null) {
            throw new Refusal("--picture is what --measure runs and --report shows; without them it has no use");
        }
        if (report != null) {
            ComparisonPage.check(report);
        }
        measuring.check();
        Compared compared = Compared.read(session, options, seed, names);
        NetworkAlignment alignment = aligned(compared.analyses(), ties);
        Optional<Picture> shown = picture != null || measure ? Source.named(picture) : Optional.empty();
        Optional<GraphDifference> difference = (diff || report != null) && compared.size() > 1
                ? Optional.of(GraphDifference.between(
                        compared.analyses().get(0), compared.analyses().get(1)))
                : Optional.empty();
        if (measure) {
            compared.measure(
                    session,
                    measuring,
                    picture,
                    TerminalProgress.ofSteps(spec.commandLine().getErr()));
        }
        ComparisonReport found = new ComparisonReport(
                compared.models(),
                ComparisonTable.of(alignment, rule, compared.times()),
                difference,
                compared.unread(),
                measure ? measuring.origin() : "");
        if (report != null) {
            ComparisonPage.write(report, found, shown.orElse(null), arguments(), versions(compared));
        }
        spec.commandLine().getOut().print((diff ? found : found.with(Optional.empty())).write(format.chosen()));
        return found.whole() ? Cli.SUCCESS : Cli.PARTLY;
    }

    private List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    private static Map<String, String> versions(Compared compared) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Convscape", Version.number());
        versions.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        if (!compared.engine().isEmpty()) {
            versions.put("Computed by", compared.engine());
            versions.put(
                    "Machine",
                    System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                            + Runtime.getRuntime().availableProcessors() + " processors");
        }
        return versions;
    }

    private NetworkAlignment aligned(List<Analysis> analyses, List<NetworkAlignment.Tie> ties) {
        try {
            return NetworkAlignment.of(by, analyses, ties);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--pair: " + e.getMessage());
        }
    }

    private static NetworkAlignment.Tie tie(String text) {
        String[] sides = text.split("=", 2);
        if (!text.matches("[1-9]:[^=]+=[1-9]:[^=]+")) {
            throw new Refusal("--pair takes N:PATH=M:PATH, such as 2:layer3/22=1:layer3/5; found \"" + text + "\"");
        }
        return new NetworkAlignment.Tie(number(sides[0]), path(sides[0]), number(sides[1]), path(sides[1]));
    }

    private static int number(String side) {
        return side.charAt(0) - '1';
    }

    private static String path(String side) {
        return side.substring(2).strip();
    }
}
