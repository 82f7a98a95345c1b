package org.convscape.viewmodel;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.analysis.Diagnostic;

/** What is the matter with the current document, anew after every change. */
public final class ProblemsModel {
    private final Studio studio;
    private final ReadOnlyObjectWrapper<List<Diagnostic>> problems =
            new ReadOnlyObjectWrapper<>(this, "problems", List.of());
    private final InvalidationListener follow = observable -> refresh();

    /** Follows the current document of a studio. */
    public ProblemsModel(Studio studio) {
        this.studio = studio;
        studio.currentProperty().addListener((property, before, after) -> change(before, after));
        change(null, studio.currentProperty().get());
    }

    private void change(OpenDocument before, OpenDocument after) {
        if (before != null) {
            before.workspace().documentProperty().removeListener(follow);
        }
        if (after != null) {
            after.workspace().documentProperty().addListener(follow);
        }
        refresh();
    }

    private void refresh() {
        OpenDocument document = studio.currentProperty().get();
        List<Diagnostic> found =
                document == null ? List.of() : document.workspace().analysis().diagnostics();
        if (!found.equals(problems.get())) {
            problems.set(found);
        }
    }

    /** Selects the node where a problem shows. */
    public void goTo(Diagnostic problem) {
        if (studio.currentProperty().get() != null) {
            studio.currentProperty().get().workspace().select(problem.node());
        }
    }

    /** What is the matter, in the order of the nodes. */
    public ReadOnlyObjectProperty<List<Diagnostic>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }
}
