package org.convscape.viewmodel.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convscape.exchange.Exporter;

/** The questions that need a window of their own; a test answers them itself. */
public interface Dialogs {

    /** Which document to open. */
    Optional<Path> documentToOpen();

    /**
     * Where to save a document of that name.
     *
     * @param folder where it is now; where it is nowhere, the folder of the last document is proposed
     */
    Optional<Path> documentToSave(String name, Optional<Path> folder);

    /**
     * A file to export to.
     *
     * @param as the kind that was chosen; empty where the name is to tell
     */
    record Export(Path file, Optional<Exporter> as) {}

    /** Where to export a network to, as a file of that name, and as what. */
    Optional<Export> exportTo(String name);

    /** Which file of weights to open. */
    Optional<Path> weightsToOpen();

    /** Which file has the names of classes. */
    Optional<Path> labelsToOpen();

    /** In which folder to keep published weights. */
    Optional<Path> weightsFolder();

    /**
     * Whether to take what fits of a file of weights, where not all of it does.
     *
     * @param sentence what fits
     * @param gaps what does not, one by one
     */
    boolean takePart(String sentence, List<String> gaps);

    /**
     * Whether to take a file of weights that fits, although it is of another definition.
     *
     * @param sentence what fits
     * @param objection why it is not for the network at hand
     */
    boolean takeAnyway(String sentence, String objection);

    /** Which picture to open. */
    Optional<Path> pictureToOpen();

    /**
     * Which documents to save, of these that have unsaved changes; the others are given up.
     *
     * @param titles at least one
     * @return the places of those to save, from 0; empty to do nothing at all
     */
    Optional<Set<Integer>> documentsToKeep(List<String> titles);

    /** Whether to write over what somebody else has written to this file. */
    boolean writeOver(Path file);
}
