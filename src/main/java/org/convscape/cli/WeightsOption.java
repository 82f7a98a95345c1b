package org.convscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.RunSettings;
import org.convscape.figures.Sentence;
import org.convscape.inventory.NetworkArrays;
import org.convscape.io.PathText;
import org.convscape.weights.LoadedWeights;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFiles;
import org.convscape.weights.match.Match;
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
        WeightStore otherwise = DocumentWeights.unfolded(document, settings.seed());
        if (path == null) {
            return new Opened(null, otherwise, DocumentWeights.words(document, settings.seed()));
        }
        WeightFile file = WeightFiles.open(PathText.existing(path.toString()));
        try {
            Match match = NetworkArrays.of(document, NetworkLibrary.standard()).match(file);
            String name = String.valueOf(file.path().getFileName());
            if (match.assigned().isEmpty() || (!match.complete() && !partial)) {
                throw new Refusal(name + " does not fit " + document.title() + ": " + match.sentence() + " ("
                        + String.join("; ", match.gaps(LISTED)) + ")"
                        + (match.assigned().isEmpty() ? "" : "; --partial takes what fits and draws the rest"));
            }
            err.println(Sentence.line("weights: " + name + ", " + file.format().label() + ": " + match.sentence()));
            file.remarks().forEach(remark -> err.println(Sentence.line("weights: " + remark)));
            err.flush();
            return new Opened(
                    file,
                    new LoadedWeights(file, match, otherwise),
                    name + " (" + match.assigned().size() + " of " + match.wanted() + " arrays)");
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }
}
