package org.convscape.viewmodel.desk;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.convscape.session.Settings;
import org.convscape.task.JobRunner;

/** The documents that were last opened or saved, the newest first, in all windows of this user. */
public final class RecentFiles {
    private static final int MOST = 12;
    private static final String NAME = "recent";

    /**
     * One of them.
     *
     * @param hindrance why it cannot be opened, in words; empty where it can
     */
    public record Entry(Path file, String hindrance) {}

    private final JobRunner files;
    private final Executor screen;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> shown = FXCollections.unmodifiableObservableList(entries);
    private Settings settings;

    RecentFiles(JobRunner files, Executor screen) {
        this.files = files;
        this.screen = screen;
    }

    /** Goes on with those of earlier starts, and keeps the list from now on. */
    public void keepIn(Settings kept) {
        settings = kept;
        List<Path> now = paths();
        show(kept.texts(NAME));
        List.copyOf(now).forEach(this::add);
    }

    /** The newest first. */
    public ObservableList<Entry> entries() {
        return shown;
    }

    private List<Path> paths() {
        return entries.stream().map(Entry::file).toList();
    }

    void add(Path file) {
        String added = file.toString();
        if (settings != null) {
            settings.update(NAME, before -> with(added, before));
            show(settings.texts(NAME));
        } else {
            show(with(added, paths().stream().map(Path::toString).toList()));
        }
    }

    private static List<String> with(String file, List<String> before) {
        return Stream.concat(Stream.of(file), before.stream().filter(other -> !other.equals(file)))
                .limit(MOST)
                .toList();
    }

    private void show(List<String> texts) {
        List<Entry> found = new ArrayList<>();
        for (String text : texts) {
            path(text).ifPresent(file -> found.add(new Entry(file, hindranceOf(file))));
        }
        entries.setAll(found);
    }

    /** What was last found out about a file; nobody waits for a disk here. */
    private String hindranceOf(Path file) {
        return entries.stream()
                .filter(entry -> entry.file().equals(file))
                .map(Entry::hindrance)
                .findFirst()
                .orElse("");
    }

    private static Optional<Path> path(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() && path.getFileName() != null ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Empties the list, also for other windows. */
    public void clear() {
        if (settings != null) {
            settings.update(NAME, before -> List.of());
        }
        entries.clear();
    }

    /** Looks, beside the screen, which of them are still there. */
    public void refresh() {
        List<Path> asked = paths();
        files.start((progress, cancellation) -> asked.stream()
                        .map(file -> new Entry(file, hindrance(file)))
                        .toList())
                .result()
                .whenComplete((found, failure) -> screen.execute(() -> {
                    if (failure == null && paths().equals(asked) && !found.equals(entries)) {
                        entries.setAll(found);
                    }
                }));
    }

    private static String hindrance(Path file) {
        File plain = file.toFile();
        if (!plain.exists()) {
            File folder = plain.getParentFile();
            return folder == null || folder.isDirectory() ? "it is no longer there" : "its folder is not there";
        }
        if (!Files.isReadable(file)) {
            return "permission to read it is missing";
        }
        return plain.isDirectory() ? "it is a folder now" : "";
    }
}
