package org.convscape.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.RunSettings;
import org.convscape.figures.Sentence;
import org.convscape.inventory.FittingNetworks;
import org.convscape.inventory.NetworkArrays;
import org.convscape.io.PathText;
import org.convscape.weights.LoadedWeights;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFiles;
import org.convscape.weights.match.Match;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.WeightsFolder;
import org.convscape.zoo.NetworkLibrary;
import picocli.CommandLine.Option;

/** The options that name a file of weights, shared by the commands that compute. */
final class WeightsOption {
    private static final int LISTED = 8;

    @Option(
            names = "--weights",
            paramLabel = "FILE|ID",
            description = "a file of trained weights: PyTorch, safetensors, Keras or ONNX, known by its contents;"
                    + " or the id of published weights that were fetched (default: drawn from the seed)")
    private String name;

    @Option(
            names = "--partial",
            description = "takes what fits of the file; what it lacks is drawn from the seed (default: refused)")
    private boolean partial;

    @Option(
            names = "--anyway",
            description = "takes a file that fits by names and shapes, although it is of another definition and this"
                    + " network computes something else with it (default: refused)")
    private boolean anyway;

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

    /** The file that was named, by itself or as published weights; empty where none was. */
    private Optional<Path> file(Session session) {
        if (name == null) {
            return Optional.empty();
        }
        Path path = PathText.existing(name);
        if (Files.exists(path)) {
            return Optional.of(path);
        }
        WeightsFolder folder = session.weights();
        Optional<PublishedFile> published = folder.catalogue().find(name);
        if (published.isEmpty()) {
            return Optional.of(path);
        }
        if (!folder.has(published.get())) {
            throw new Refusal(name + " is not in " + folder.path() + " yet: \"weights get " + name + "\" fetches it ("
                    + published.get().size().words() + "), or " + folder.byHand(published.get()));
        }
        return published.map(folder::of);
    }

    /** Which published weights were named, known by their contents; empty for others, and for none. */
    Optional<PublishedFile> published(Session session) {
        return file(session).flatMap(session.weights().catalogue()::recognise);
    }

    /**
     * Opens the file that was named, or nothing.
     *
     * @param err where it is said what of the file is taken
     * @throws Refusal when not all fits, and nobody said that a part is enough
     */
    Opened open(Session session, Document document, RunSettings settings, PrintWriter err) {
        WeightStore otherwise = DocumentWeights.unfolded(document, settings.seed());
        DocumentWeights.Taken taken = name == null ? DocumentWeights.Taken.by(document) : DocumentWeights.Taken.NONE;
        // Who chose the file in the window has seen what of it fits.
        boolean chosen = !taken.file().isEmpty();
        Optional<Path> path = chosen ? Optional.of(Path.of(taken.file())) : file(session);
        if (chosen && !Files.isReadable(path.get())) {
            err.println(Sentence.line("weights: " + taken.file() + ", which the document names, cannot be read"));
        }
        if (path.isEmpty() || (chosen && !Files.isReadable(path.get()))) {
            return new Opened(null, otherwise, DocumentWeights.words(document, settings.seed()));
        }
        WeightFile file = WeightFiles.open(path.get());
        try {
            Match match = NetworkArrays.of(document, NetworkLibrary.standard()).match(file);
            String called = String.valueOf(file.path().getFileName());
            if (match.assigned().isEmpty() || (!match.complete() && !partial && !chosen)) {
                throw new Refusal(called + " does not fit " + document.title() + ": " + match.sentence() + " ("
                        + String.join("; ", match.gaps(LISTED)) + ")"
                        + FittingNetworks.words(file, NetworkLibrary.standard())
                        + (match.assigned().isEmpty() ? "" : "; --partial takes what fits and draws the rest"));
            }
            if (match.objection().isPresent() && !anyway && !chosen) {
                throw new Refusal(called + " is not for " + document.title() + ". "
                        + match.objection().get() + "; --anyway takes it nevertheless");
            }
            err.println(
                    Sentence.line("weights: " + called + ", " + file.format().label() + ": " + match.sentence()));
            if (chosen) {
                taken.replaced().ifPresent(sentence -> err.println(Sentence.line("weights: " + sentence)));
            }
            match.objection().ifPresent(sentence -> err.println(Sentence.line("weights: " + sentence)));
            file.remarks().forEach(remark -> err.println(Sentence.line("weights: " + remark)));
            err.flush();
            return new Opened(
                    file,
                    new LoadedWeights(file, match, otherwise),
                    called + " (" + match.assigned().size() + " of " + match.wanted() + " arrays)");
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }
}
