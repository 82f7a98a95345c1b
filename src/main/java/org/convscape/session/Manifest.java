package org.convscape.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.io.FileFailure;
import org.convscape.io.FileStamp;
import org.convscape.io.StateFile;

/**
 * The table of contents of a session's folder.
 *
 * @param entries in the order of the tabs
 * @param current the place of the tab that is shown
 */
record Manifest(List<Entry> entries, int current) {
    /** The name of its file. */
    static final String NAME = "session.json";

    private static final int VERSION = 1;

    /**
     * One open document.
     *
     * @param kept the name of its own file in the folder; empty where the file it belongs to has everything
     * @param file the file it belongs to
     */
    record Entry(String title, Optional<String> kept, Optional<Path> file, FileStamp stamp, boolean changed) {}

    static Manifest of(Snapshot snapshot) {
        List<Entry> entries = new ArrayList<>();
        for (KeptDocument document : snapshot.documents()) {
            entries.add(new Entry(
                    document.document().title(),
                    document.needsKeeping() ? Optional.of(Journal.nameOf(document.key())) : Optional.empty(),
                    document.file(),
                    document.stamp(),
                    document.changed()));
        }
        return new Manifest(List.copyOf(entries), snapshot.current());
    }

    void write(Path folder) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("session", VERSION);
        fields.put("current", current);
        fields.put("documents", entries.stream().map(Manifest::fields).toList());
        StateFile.write(folder.resolve(NAME), fields);
    }

    private static Map<String, Object> fields(Entry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", entry.title());
        fields.put("changed", entry.changed());
        entry.kept().ifPresent(name -> fields.put("kept", name));
        entry.file().ifPresent(file -> {
            fields.put("file", file.toString());
            fields.put("size", entry.stamp().size());
            fields.put("modified", entry.stamp().modified());
            fields.put("digest", entry.stamp().digest());
        });
        return fields;
    }

    /**
     * Reads that of a folder. An entry that leads out of the folder or to nothing is left out.
     *
     * @throws FileFailure with a sentence when there is none, or of another kind or version
     */
    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        Map<String, Object> fields = StateFile.read(file, "the list of what was open");
        if (!Integer.valueOf(VERSION).equals(fields.get("session"))) {
            throw new FileFailure(
                    file + " has version " + fields.get("session") + " of such lists; expected " + VERSION);
        }
        if (!(fields.get("documents") instanceof List<?> listed)) {
            throw new FileFailure(file + " has no list of documents");
        }
        int current = fields.get("current") instanceof Integer place ? place : -1;
        List<Entry> entries = new ArrayList<>();
        int shown = -1;
        for (int i = 0; i < listed.size(); i++) {
            Optional<Entry> entry = listed.get(i) instanceof Map<?, ?> map ? entry(map) : Optional.empty();
            if (entry.isPresent()) {
                shown = i == current ? entries.size() : shown;
                entries.add(entry.get());
            }
        }
        return new Manifest(List.copyOf(entries), shown);
    }

    private static Optional<Entry> entry(Map<?, ?> fields) {
        Optional<String> kept = text(fields, "kept").filter(Journal::isName);
        Optional<Path> file = text(fields, "file").flatMap(Manifest::path);
        if (kept.isEmpty() && file.isEmpty()) {
            return Optional.empty();
        }
        FileStamp stamp = new FileStamp(
                number(fields, "size", -1),
                number(fields, "modified", 0),
                text(fields, "digest").orElse(""));
        return Optional.of(new Entry(
                text(fields, "title").orElse("Untitled"),
                kept,
                file,
                stamp,
                kept.isPresent() && !Boolean.FALSE.equals(fields.get("changed"))));
    }

    private static Optional<String> text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static long number(Map<?, ?> fields, String name, long otherwise) {
        return fields.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    private static Optional<Path> path(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
