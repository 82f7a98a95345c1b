package org.convscape.viewmodel.inspector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.viewmodel.Inventory;
import org.convscape.viewmodel.Workspace;

/**
 * The form of what is selected: one field for each attribute of a layer or block; without a selection, how the document is
 * run. The fields stay the same objects as long as the same thing is selected.
 */
public final class FormModel {
    private final Workspace workspace;
    private final Inventory inventory;
    private final ReadOnlyObjectWrapper<List<FieldModel>> fields =
            new ReadOnlyObjectWrapper<>(this, "fields", List.of());
    /** What was typed and could not be read, by subject and attribute: it is still there when one comes back. */
    private final Map<String, String> drafts = new HashMap<>();

    private String subject = "";

    /** The form of one document. */
    public FormModel(Workspace workspace, Inventory inventory) {
        this.workspace = workspace;
        this.inventory = inventory;
        workspace.documentProperty().addListener((property, before, after) -> refresh());
        workspace.selectionProperty().addListener((property, before, after) -> refresh());
        refresh();
    }

    private void refresh() {
        Optional<FormSubject> found = workspace.selection().isEmpty()
                ? Optional.of(new FormSubject.OfSettings(workspace.document()))
                : workspace.selected().flatMap(path -> FormSubject.at(path, workspace.document(), inventory));
        String key = found.map(FormSubject::key).orElse("");
        if (key.equals(subject)) {
            found.ifPresent(same -> fields.get().forEach(field -> field.follow(same)));
            return;
        }
        keepDrafts();
        subject = key;
        fields.set(found.map(this::fieldsOf).orElse(List.of()));
    }

    private List<FieldModel> fieldsOf(FormSubject of) {
        List<FieldModel> made = of.schema().attributes().stream()
                .map(attribute -> new FieldModel(attribute, of, workspace))
                .toList();
        for (FieldModel field : made) {
            Optional.ofNullable(drafts.remove(keyOf(field))).ifPresent(field::type);
        }
        return made;
    }

    private void keepDrafts() {
        for (FieldModel field : fields.get()) {
            if (!field.errorProperty().get().isEmpty()) {
                drafts.put(keyOf(field), field.textProperty().get());
            }
        }
    }

    private String keyOf(FieldModel field) {
        return subject + " " + field.attribute().name();
    }

    /** The fields, in the order of the attributes; none for what has none. */
    public ReadOnlyObjectProperty<List<FieldModel>> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }
}
