package org.convscape.viewmodel.workspace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.EditRefused;
import org.convscape.document.History;
import org.convscape.graph.GroupPath;
import org.convscape.io.FileStamp;

/**
 * One open document with its analysis, its undo history and what is selected. The analysis is always that of the
 * document beside it: both change together, the document last.
 *
 * <p>While listeners are told of a change no other one is made: they would be told of the two in different orders, and
 * undo would no longer know what to take back. Such an edit is refused with a sentence.
 */
public final class Workspace {
    private final History history;
    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>(this, "document");
    private final ReadOnlyObjectWrapper<Analysis> analysis = new ReadOnlyObjectWrapper<>(this, "analysis");
    private final ReadOnlyObjectWrapper<Set<String>> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", Set.of());
    private final ReadOnlyStringWrapper undoLabel = new ReadOnlyStringWrapper(this, "undoLabel", "");
    private final ReadOnlyStringWrapper redoLabel = new ReadOnlyStringWrapper(this, "redoLabel", "");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyObjectWrapper<Document> saved = new ReadOnlyObjectWrapper<>(this, "saved");
    private final ObjectProperty<Path> file = new SimpleObjectProperty<>(this, "file");
    private final ObjectProperty<FileStamp.Standing> standing =
            new SimpleObjectProperty<>(this, "standing", FileStamp.Standing.SAME);
    private FileStamp stamp = FileStamp.NOTHING;
    /** The change that listeners are being told of; null while there is none. */
    private String telling;

    /** Opens a document. */
    public Workspace(Document opened) {
        history = new History(opened);
        saved.set(opened);
        show("Open");
    }

    /** Tells everybody of a change. */
    private void show(String change) {
        telling = change;
        try {
            tell();
        } finally {
            telling = null;
        }
    }

    /** Whether a change has to be refused, because another one is still being told of; says so. */
    private boolean refused(String change) {
        if (telling == null) {
            return false;
        }
        notice.set(change + " was not done: it was asked for while “" + telling
                + "” was still being shown, and one change is made after the other. Do it again now");
        return true;
    }

    private void tell() {
        Document present = history.present();
        if (document.get() == null || present.graph() != document.get().graph()) {
            analysis.set(
                    analysis.get() == null
                            ? Analysis.of(present.graph())
                            : analysis.get().after(present.graph()));
        }
        document.set(present);
        undoLabel.set(history.undoLabel().orElse(""));
        redoLabel.set(history.redoLabel().orElse(""));
        Set<String> kept = new LinkedHashSet<>(selection.get());
        if (kept.removeIf(path -> !exists(path))) {
            selection.set(Set.copyOf(kept));
        }
    }

    private boolean exists(String path) {
        return document.get().graph().find(path).isPresent()
                || document.get().graph().group(new GroupPath(path)).isPresent();
    }

    /**
     * Makes a change; where it is refused, nothing changes and {@link #noticeProperty() the notice} says why.
     *
     * @return true when it was made, or when there was nothing to change
     */
    public boolean apply(Edit edit) {
        if (refused(edit.label())) {
            return false;
        }
        Document before = history.present();
        try {
            history.apply(edit);
        } catch (EditRefused e) {
            notice.set(e.getMessage());
            return false;
        }
        notice.set("");
        if (history.present() != before) {
            show(edit.label());
        }
        return true;
    }

    /**
     * Draws groups as one card each, or opens them: a way of looking, which is saved with the document but no change of
     * it.
     */
    public void collapse(Collection<GroupPath> groups, boolean collapsed) {
        String label = collapsed ? "Close a block" : "Open a block";
        if (!refused(label)) {
            history.collapse(groups, collapsed);
            show(label);
        }
    }

    /** Ends a run of changes that are undone as one. */
    public void seal() {
        history.seal();
    }

    /** Takes a run of changes that has not ended back, as if it had never begun. */
    public void abandon() {
        if (!refused("Take back")) {
            history.abandon();
            show("Take back");
        }
    }

    /** Takes the last change back. */
    public void undo() {
        if (!refused("Undo")) {
            history.undo();
            show("Undo");
        }
    }

    /** Makes the last undone change again. */
    public void redo() {
        if (!refused("Redo")) {
            history.redo();
            show("Redo");
        }
    }

    /** What it is called: by its file, once it has one. */
    public String title() {
        return title(document.get(), file.get());
    }

    /** What a document in a file, or in none (null), is called. */
    public static String title(Document document, Path file) {
        if (file == null) {
            return document.title();
        }
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** The document as it is now. */
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** The document as it is now. */
    public Document document() {
        return document.get();
    }

    /** The analysis of the document. */
    public ReadOnlyObjectProperty<Analysis> analysisProperty() {
        return analysis.getReadOnlyProperty();
    }

    /** The analysis of the document. */
    public Analysis analysis() {
        return analysis.get();
    }

    /** The paths of the nodes and groups that are selected. */
    public ReadOnlyObjectProperty<Set<String>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The paths of the nodes and groups that are selected. */
    public Set<String> selection() {
        return selection.get();
    }

    /** The one thing that is selected, if it is one. */
    public Optional<String> selected() {
        return selection.get().size() == 1
                ? Optional.of(selection.get().iterator().next())
                : Optional.empty();
    }

    /** Selects these nodes and groups, and nothing else. */
    public void select(Collection<String> paths) {
        selection.set(Set.copyOf(paths));
    }

    /** Selects these nodes and groups, and nothing else. */
    public void select(String... paths) {
        select(Stream.of(paths).toList());
    }

    /** What undo would take back; empty when there is nothing. */
    public ReadOnlyStringProperty undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    /** What redo would make again; empty when there is nothing. */
    public ReadOnlyStringProperty redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    /** Why the last change was refused; empty when it was not. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Shows a sentence where refusals are shown. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    /** The file the document is kept in; null before it was saved. */
    public ObjectProperty<Path> fileProperty() {
        return file;
    }

    /** The document as it was last saved or opened. */
    public ReadOnlyObjectProperty<Document> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /**
     * Remembers that a document, as it was when saving or opening began, is in a file.
     *
     * @param stamp of the file with that document in it
     */
    public void savedAs(Document written, Path target, FileStamp stamp) {
        file.set(target);
        this.stamp = stamp;
        standing.set(FileStamp.Standing.SAME);
        saved.set(written);
    }

    /**
     * Takes what a file holds now, as a change that can be taken back.
     *
     * @param stamp of the file with that document in it
     */
    public void reload(Document read, FileStamp stamp) {
        if (!refused("Reload")) {
            history.replace(read, "Reload");
            show("Reload");
            savedAs(read, file.get(), stamp);
        }
    }

    /**
     * Stays as it is although the file has become another: from now on this document is what is in no file.
     *
     * @param now the stamp of the file as it is
     */
    public void keep(FileStamp now) {
        savedAs(Document.EMPTY, file.get(), now);
    }

    /** What the file was like when it was last read or written from here; that of nothing where there is none. */
    public FileStamp stamp() {
        return stamp;
    }

    /** How the file stands to what was last read or written from here. */
    public ObjectProperty<FileStamp.Standing> standingProperty() {
        return standing;
    }

    /** True when there are changes that are in no file; opening or closing a block is none. */
    public boolean changed() {
        return !saved.get().sameWork(document.get());
    }
}
