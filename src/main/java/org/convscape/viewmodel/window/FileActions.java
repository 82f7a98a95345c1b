package org.convscape.viewmodel.window;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.convscape.exchange.Exporters;
import org.convscape.exchange.Importers;
import org.convscape.io.DocumentFile;
import org.convscape.viewmodel.desk.DocumentFiles;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.desk.WeightsModel;
import org.convscape.weights.file.WeightFiles;
import org.convscape.weights.match.Match;

/**
 * Opening, saving, exporting and closing, with the questions that belong to them; after each the canvas has the
 * keyboard.
 */
public final class FileActions {
    private static final int MOST_GAPS = 200;

    private final Studio studio;
    private final Dialogs dialogs;
    private final Runnable focusCanvas;

    /**
     * Acts on a studio.
     *
     * @param focusCanvas puts the keyboard back on the canvas
     */
    public FileActions(Studio studio, Dialogs dialogs, Runnable focusCanvas) {
        this.studio = studio;
        this.dialogs = dialogs;
        this.focusCanvas = focusCanvas;
    }

    /** Asks for a document and opens it. */
    public void open() {
        Optional<Path> chosen = dialogs.documentToOpen();
        focusCanvas.run();
        chosen.ifPresent(studio::open);
    }

    /** Asks for a picture and opens it. */
    public void openPicture() {
        Optional<Path> chosen = dialogs.pictureToOpen();
        focusCanvas.run();
        chosen.ifPresent(studio.pictures()::open);
    }

    /** Asks for a file of weights, and has the document that has the focus run on it. */
    public void openWeights() {
        Optional<Path> chosen = dialogs.weightsToOpen();
        focusCanvas.run();
        chosen.ifPresent(this::weights);
    }

    /** Asks for a file with the names of classes, for the document that has the focus. */
    public void openLabels() {
        Optional<Path> chosen = dialogs.labelsToOpen();
        focusCanvas.run();
        chosen.ifPresent(file -> studio.focusedProperty().get().classes().name(file));
    }

    /**
     * Has the document that has the focus run on a file of weights: what fits entirely is taken; what fits in part,
     * where a person says so.
     */
    public void weights(Path file) {
        OpenDocument document = studio.focusedProperty().get();
        document.weights().propose(file, proposal -> {
            String sentence = proposal.name() + ", " + proposal.format() + ", for " + document.title() + ": "
                    + proposal.match().sentence() + proposal.fits();
            if (proposal.match().assigned().isEmpty()) {
                studio.report(sentence + ". Open the network that the weights are for, and then the weights");
            } else if (agreed(sentence, proposal.match())) {
                document.weights().take(proposal);
                studio.say(sentence + prepared(document, proposal));
                focusCanvas.run();
            }
        });
    }

    private static String prepared(OpenDocument document, WeightsModel.Proposal proposal) {
        return document.weights().preparation(proposal).isEmpty()
                ? ""
                : ". Pictures are prepared as it is published: "
                        + proposal.published().orElseThrow().pictures().words();
    }

    private boolean agreed(String sentence, Match match) {
        return match.objection()
                .map(objection -> dialogs.takeAnyway(sentence, objection))
                .orElseGet(() -> match.complete() || dialogs.takePart(sentence, match.gaps(MOST_GAPS)));
    }

    /** Opens what was dropped on the window or named on the command line: a document, weights, else a picture. */
    public void openAny(Path file) {
        boolean takesWeights = studio.focusedProperty().get() != null && WeightFiles.looksLikeOne(file);
        if (Importers.forFile(file).isPresent()) {
            studio.files().open(file, () -> {
                if (takesWeights) {
                    weights(file);
                } else {
                    studio.open(file);
                }
            });
        } else if (takesWeights) {
            weights(file);
        } else {
            studio.pictures().open(file);
        }
    }

    /** Saves the document that has the focus; asks where, if it is in no file yet. */
    public void save() {
        save(studio.focusedProperty().get(), saved -> {});
    }

    /** Asks where, and saves the document that has the focus there. */
    public void saveAs() {
        saveElsewhere(studio.focusedProperty().get(), saved -> {});
    }

    private void save(OpenDocument document, Consumer<Boolean> done) {
        Path file = document.workspace().fileProperty().get();
        if (file == null) {
            saveElsewhere(document, done);
        } else {
            write(document, file, false, done);
        }
    }

    private void write(OpenDocument document, Path file, boolean over, Consumer<Boolean> done) {
        studio.files().save(document, file, over, outcome -> {
            if (outcome == DocumentFiles.Outcome.CHANGED_ON_DISK) {
                boolean agreed = dialogs.writeOver(file);
                focusCanvas.run();
                if (agreed) {
                    write(document, file, true, done);
                } else {
                    done.accept(false);
                }
            } else {
                done.accept(outcome == DocumentFiles.Outcome.SAVED);
            }
        });
    }

    private void saveElsewhere(OpenDocument document, Consumer<Boolean> done) {
        Optional<Path> folder =
                Optional.ofNullable(document.workspace().fileProperty().get()).map(Path::getParent);
        Optional<Path> chosen = dialogs.documentToSave(document.title() + DocumentFile.ENDING, folder);
        focusCanvas.run();
        if (chosen.isEmpty()) {
            done.accept(false);
            return;
        }
        // The window that asked where has also asked whether to replace what is there.
        write(document, ending(chosen.get(), DocumentFile.ENDING), true, done);
    }

    /** Nobody has to type what such files end with. */
    private static Path ending(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + ending);
    }

    /** Asks where, and writes the document that has the focus as a file for other programs. */
    public void export() {
        OpenDocument document = studio.focusedProperty().get();
        String usual = Exporters.standard().get(0).ending();
        Optional<Dialogs.Export> chosen = dialogs.exportTo(document.title() + usual);
        focusCanvas.run();
        chosen.ifPresent(export -> {
            Path file = ending(export.file(), usual);
            studio.export(document, export.as().or(() -> Exporters.forFile(file)), file);
        });
    }

    /** Closes the document that has the focus, after asking where something would be lost. */
    public void closeCurrent() {
        close(studio.focusedProperty().get());
    }

    /** Closes a document, after asking where something would be lost. */
    public void close(OpenDocument document) {
        if (document.workspace().changed()) {
            studio.focusedProperty().set(document);
        }
        settle(List.of(document), () -> {
            studio.close(document);
            focusCanvas.run();
        });
    }

    /** Does something that closes all documents, after asking once about all whose changes would be lost. */
    public void closeAll(Runnable then) {
        settle(List.copyOf(studio.documents()), then);
    }

    private void settle(List<OpenDocument> closing, Runnable then) {
        List<OpenDocument> changed = closing.stream()
                .filter(document -> document.workspace().changed())
                .toList();
        if (changed.isEmpty()) {
            then.run();
            return;
        }
        Optional<Set<Integer>> answer = dialogs.documentsToKeep(
                changed.size() == 1
                        ? List.of(changed.get(0).title())
                        : changed.stream().map(FileActions::titleAndPlace).toList());
        focusCanvas.run();
        answer.ifPresent(kept -> {
            Deque<OpenDocument> toSave = new ArrayDeque<>();
            kept.stream().sorted().forEach(place -> toSave.add(changed.get(place)));
            saveEach(toSave, then);
        });
    }

    private static String titleAndPlace(OpenDocument document) {
        Path file = document.workspace().fileProperty().get();
        return document.title() + (file == null ? " (in no file yet)" : " (" + file + ")");
    }

    /** One after the other, as long as nothing fails and nobody says stop. */
    private void saveEach(Deque<OpenDocument> toSave, Runnable then) {
        OpenDocument next = toSave.poll();
        if (next == null) {
            then.run();
            return;
        }
        studio.focusedProperty().set(next);
        save(next, saved -> {
            if (saved) {
                saveEach(toSave, then);
            }
        });
    }
}
