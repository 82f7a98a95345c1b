package org.convscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.RunSettings;
import org.convscape.figures.Sentence;
import org.convscape.inventory.NetworkArrays;
import org.convscape.io.PathText;
import org.convscape.weights.LoadedWeights;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFiles;
import org.convscape.weights.match.Match;
import org.convscape.weights.match.Matching;
import org.convscape.weights.match.Wanted;
import org.convscape.zoo.NetworkLibrary;
import picocli.CommandLine.Option;

/** The options that name a file of weights, shared by the commands that compute. */
final class WeightsOption {
    private static final int LISTED = 8;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "a file of trained weights: PyTorch, safetensors, Keras or ONNX, known by its contents"
                    + " (default: drawn from the seed)")
    private Path path;

    @Option(
            names = "--partial",
            description = "takes what fits of the file; what it lacks is drawn from the seed (default: refused)")
    private boolean partial;

    /** The weights of one document while a command runs. */
    record Opened(WeightFile file, WeightStore base, String words) implements AutoCloseable {

        /** The weights for the document's layers. */
        WeightStore store(Document document, Analysis analysis) {
            return DocumentWeights.over(base, document, analysis);
        }

        @Override
        public void close() {
            if (file != null) {
                file.close();
            }
        }
    }

    /**
     * Opens the file that was named, or nothing.
     *
     * @param err where it is said what of the file is taken
     * @throws Refusal when not all fits, and nobody said that a part is enough
     */
    Opened open(Document document, RunSettings settings, PrintWriter err) {
        SeededWeights seeded = new SeededWeights(settings.seed());
        if (path == null) {
            return new Opened(null, seeded, "drawn from seed " + settings.seed());
        }
        WeightFile file = WeightFiles.open(PathText.existing(path.toString()));
        try {
            NetworkArrays arrays = NetworkArrays.of(document, NetworkLibrary.standard());
            Match match = Matching.of(file, arrays.wanted(), arrays.kerasOrders());
            String name = String.valueOf(file.path().getFileName());
            if (match.assigned().isEmpty() || (!match.complete() && !partial)) {
                throw new Refusal(name + " does not fit " + document.title() + ": " + match.sentence() + " ("
                        + examples(match) + ")"
                        + (match.assigned().isEmpty() ? "" : "; --partial takes what fits and draws the rest"));
            }
            err.println(Sentence.line("weights: " + name + ", " + file.format().label() + ": " + match.sentence()));
            file.remarks().forEach(remark -> err.println(Sentence.line("weights: " + remark)));
            err.flush();
            return new Opened(
                    file,
                    new LoadedWeights(file, match, seeded),
                    name + " (" + match.assigned().size() + " of " + match.wanted() + " arrays)");
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What does not fit, by example. */
    private static String examples(Match match) {
        List<String> misfits = match.misfits().stream()
                .map(each -> each.found().name() + " is " + each.found().shapeText() + ", "
                        + each.expected().stream().map(String::valueOf).collect(Collectors.joining("×"))
                        + " is needed")
                .toList();
        List<String> missing =
                match.missing().stream().map(WeightsOption::called).toList();
        return listed("of another shape: ", misfits)
                + (misfits.isEmpty() || missing.isEmpty() ? "" : "; ")
                + listed("missing: ", missing);
    }

    private static String called(Wanted wanted) {
        return wanted.names().get(0).text();
    }

    private static String listed(String heading, List<String> each) {
        if (each.isEmpty()) {
            return "";
        }
        String more = each.size() > LISTED ? " and " + (each.size() - LISTED) + " more" : "";
        return heading + each.stream().limit(LISTED).collect(Collectors.joining(", ")) + more;
    }
}
