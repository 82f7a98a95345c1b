package org.convscape.viewmodel.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nobody answers, and every question is counted. */
final class TestDialogs implements Dialogs {
    int asked;

    private <T> Optional<T> nothing() {
        asked++;
        return Optional.empty();
    }

    @Override
    public Optional<Path> documentToOpen() {
        return nothing();
    }

    @Override
    public Optional<Path> documentToSave(String name, Optional<Path> folder) {
        return nothing();
    }

    @Override
    public Optional<Export> exportTo(String name) {
        return nothing();
    }

    @Override
    public Optional<Path> weightsToOpen() {
        return nothing();
    }

    @Override
    public Optional<Path> labelsToOpen() {
        return nothing();
    }

    @Override
    public Optional<Path> weightsFolder() {
        return nothing();
    }

    @Override
    public boolean takeAnyway(String sentence, String objection) {
        return nothing().isPresent();
    }

    @Override
    public boolean takePart(String sentence, List<String> gaps) {
        return nothing().isPresent();
    }

    @Override
    public Optional<Path> pictureToOpen() {
        return nothing();
    }

    @Override
    public Optional<Set<Integer>> documentsToKeep(List<String> titles) {
        return nothing();
    }

    @Override
    public boolean writeOver(Path file) {
        return nothing().isPresent();
    }
}
