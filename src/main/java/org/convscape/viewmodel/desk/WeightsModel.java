package org.convscape.viewmodel.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.DocumentWeights.Taken;
import org.convscape.execution.RunSettings;
import org.convscape.image.InputPreparation;
import org.convscape.inventory.FittingNetworks;
import org.convscape.inventory.NetworkArrays;
import org.convscape.task.Failures;
import org.convscape.task.LatestWork;
import org.convscape.tensor.Shape;
import org.convscape.viewmodel.workspace.Workspace;
import org.convscape.weights.LoadedWeights;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.Checksum;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFiles;
import org.convscape.weights.match.Match;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.WeightsFolder;
import org.convscape.zoo.NetworkLibrary;

/**
 * The weights that an open document runs on: those of a file, or drawn from its seed. Which file is a setting of the
 * document, so that it is saved and undone with it; the arrays are not part of it.
 */
public final class WeightsModel {
    /**
     * A file that was looked at for a document: what of it fits.
     *
     * @param sha256 its hash, by which it is known again
     * @param published what is published of it; empty where it is none of the catalogue
     * @param fits where not all does, which networks the file is for, as the end of a sentence
     */
    public record Proposal(
            Path file, String format, Match match, String sha256, Optional<PublishedFile> published, String fits) {

        /** Its name without folders. */
        public String name() {
            return String.valueOf(file.getFileName());
        }
    }

    private record Opened(WeightFile file, Match match) {}

    private final Workspace workspace;
    private final NetworkLibrary networks;
    private final LatestWork proposals;
    private final LatestWork loading;
    private final Consumer<String> report;
    private final Supplier<WeightsFolder> folder;
    private final List<WeightFile> open = new ArrayList<>();
    private final ReadOnlyObjectWrapper<LoadedWeights> loaded = new ReadOnlyObjectWrapper<>(this, "loaded");
    private Taken followed = Taken.NONE;
    private String lookedAt = "";

    /**
     * Follows a document.
     *
     * @param proposals looks at files beside the screen, and so does {@code loading}
     * @param report takes a sentence that says what could not be done
     * @param folder whose catalogue says which files are published
     */
    WeightsModel(
            Workspace workspace,
            NetworkLibrary networks,
            LatestWork proposals,
            LatestWork loading,
            Consumer<String> report,
            Supplier<WeightsFolder> folder) {
        this.workspace = workspace;
        this.networks = networks;
        this.proposals = proposals;
        this.loading = loading;
        this.report = report;
        this.folder = folder;
        workspace.documentProperty().addListener(observable -> follow());
        follow();
    }

    /** Looks what of a file fits; {@code then} gets it, unless the file cannot be read, which is reported. */
    public void propose(Path file, Consumer<Proposal> then) {
        Document document = workspace.document();
        WeightsFolder kept = folder.get();
        proposals.start(
                () -> {
                    Opened opened = open(file, document);
                    try (WeightFile read = opened.file()) {
                        String sha256 = Checksum.of(file).sha256();
                        String fits = opened.match().complete() ? "" : FittingNetworks.words(read, networks);
                        return new Proposal(
                                file,
                                read.format().label(),
                                opened.match(),
                                sha256,
                                kept.catalogue().recognise(file, sha256),
                                fits);
                    }
                },
                (proposal, failure) -> {
                    if (failure == null) {
                        then.accept(proposal);
                    } else {
                        report.accept(Failures.sentence(failure, "Opening the weights"));
                    }
                });
    }

    private Opened open(Path path, Document document) {
        WeightFile file = WeightFiles.open(path);
        try {
            return new Opened(file, NetworkArrays.of(document, networks).match(file));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Runs on a file from now on; what it has nothing for is drawn. Where it is a published one, pictures are prepared
     * as its publisher does, by the same change.
     */
    public void take(Proposal proposal) {
        List<Edit> edits = new ArrayList<>();
        lookedAt = proposal.sha256();
        edits.addAll(Taken.of(proposal.file(), proposal.sha256()).edits());
        preparation(proposal).ifPresent(preparation -> RunSettings.of(preparation)
                .forEach((name, value) -> edits.add(new Edit.SetSetting(name, value))));
        workspace.apply(new Edit.Together("Take weights", edits));
    }

    /** How pictures are to be prepared for a published file; empty for others, and without an input. */
    public Optional<InputPreparation> preparation(Proposal proposal) {
        Optional<Shape> input = workspace.analysis().nodes().stream()
                .filter(facts -> facts.node().isInput() && facts.known())
                .map(NodeFacts::output)
                .findFirst();
        return proposal.published()
                .flatMap(file -> input.map(shape -> file.pictures().preparation(shape)));
    }

    /** Runs on weights drawn at random from now on. */
    public void draw() {
        workspace.apply(new Edit.Together("Draw weights", Taken.NONE.edits()));
    }

    private void follow() {
        Document document = workspace.document();
        Taken wanted = Taken.by(document);
        if (wanted.equals(followed)) {
            return;
        }
        followed = wanted;
        if (wanted.file().isEmpty()) {
            loading.cancel();
            loaded.set(null);
            return;
        }
        boolean known = !lookedAt.isEmpty() && lookedAt.startsWith(wanted.hash());
        AtomicReference<String> replaced = new AtomicReference<>("");
        loading.start(
                () -> {
                    Opened opened = open(Path.of(wanted.file()), document);
                    replaced.set(known ? "" : wanted.replaced().orElse(""));
                    return opened;
                },
                (opened, failure) -> {
                    if (failure == null) {
                        if (!replaced.get().isEmpty()) {
                            report.accept(replaced.get());
                        }
                        open.add(opened.file());
                        loaded.set(new LoadedWeights(
                                opened.file(),
                                opened.match(),
                                DocumentWeights.unfolded(
                                        document, RunSettings.of(document).seed())));
                    } else {
                        loaded.set(null);
                        report.accept("The weights of this document cannot be had, so they are drawn at random. "
                                + Failures.sentence(failure, "Opening the weights"));
                    }
                });
    }

    /** The file whose weights are used; null where they are drawn, or the file is still being opened. */
    public ReadOnlyObjectProperty<LoadedWeights> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Whether anything was trained: the weights are those of a file, or of the model that was opened. */
    public boolean trained() {
        return loaded.get() != null
                || DocumentWeights.file(workspace.document()).isPresent();
    }

    /** Whether arrays of some of these nodes are drawn at random, because the file that is used lacks them. */
    public boolean missing(Collection<String> nodes) {
        LoadedWeights used = loaded.get();
        Analysis analysis = workspace.analysis();
        return used != null
                && nodes.stream()
                        .filter(path -> analysis.graph().find(path).isPresent())
                        .map(analysis::node)
                        .anyMatch(facts -> facts.weights().stream()
                                .anyMatch(spec -> !used.has(facts.node().origin(), spec)));
    }

    /** The weights for a state of the document. */
    public WeightStore store(Document document, Analysis analysis) {
        return loaded.get() == null
                ? DocumentWeights.of(document, analysis)
                : DocumentWeights.over(loaded.get(), document, analysis);
    }

    /** Where the weights come from, in a few words. */
    public String words() {
        LoadedWeights used = loaded.get();
        return used == null
                ? DocumentWeights.words(
                        workspace.document(),
                        RunSettings.of(workspace.document()).seed())
                : Objects.toString(used.file().path().getFileName()) + " ("
                        + used.match().assigned().size() + " of " + used.match().wanted() + " arrays)";
    }

    void close() {
        proposals.cancel();
        loading.cancel();
        open.forEach(WeightFile::close);
    }
}
