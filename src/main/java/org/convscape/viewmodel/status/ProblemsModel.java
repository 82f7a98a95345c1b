package org.convscape.viewmodel.status;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.analysis.Diagnostic;
import org.convscape.viewmodel.desk.Focus;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;

/** What is the matter with the current document, anew after every change. */
public final class ProblemsModel {
    private final Studio studio;
    private final ReadOnlyObjectWrapper<List<Diagnostic>> problems =
            new ReadOnlyObjectWrapper<>(this, "problems", List.of());

    /** Follows the current document of a studio. */
    public ProblemsModel(Studio studio) {
        this.studio = studio;
        Focus.follow(studio, focused -> List.of(focused.workspace().documentProperty()), this::refresh);
    }

    private void refresh() {
        OpenDocument document = studio.focusedProperty().get();
        List<Diagnostic> found =
                document == null ? List.of() : document.workspace().analysis().diagnostics();
        if (!found.equals(problems.get())) {
            problems.set(found);
        }
    }

    /** Selects the node where a problem shows. */
    public void goTo(Diagnostic problem) {
        if (studio.focusedProperty().get() != null) {
            studio.focusedProperty().get().workspace().select(problem.node());
        }
    }

    /** What is the matter, in the order of the nodes. */
    public ReadOnlyObjectProperty<List<Diagnostic>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }
}
