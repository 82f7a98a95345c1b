package org.convscape.viewmodel.inspector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.convscape.document.Document;
import org.convscape.graph.Graph;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.Inventory;
import org.convscape.viewmodel.workspace.Workspace;
import org.convscape.zoo.NetworkLibrary;

/**
 * The form of what is selected: one field for each attribute of a layer or block; without a selection, how the document
 * is run. The fields stay the same objects as long as the same thing is selected.
 */
public final class FormModel {
    private final Workspace workspace;
    private final Inventory inventory;
    private final NetworkLibrary networks;
    private final ReadOnlyStringWrapper edited = new ReadOnlyStringWrapper(this, "edited", "");
    /** The last network that was compared with a graph, which takes as long as building it. */
    private Compared compared;

    private final ReadOnlyObjectWrapper<List<FieldModel>> fields =
            new ReadOnlyObjectWrapper<>(this, "fields", List.of());
    /** What was typed and could not be read, by subject and attribute: it is still there when one comes back. */
    private final Map<String, String> drafts = new HashMap<>();

    private String subject = "";

    private record Compared(BuiltNetwork built, Graph graph, Optional<BuiltNetwork> untouched) {}

    /** The form of one document. */
    public FormModel(Workspace workspace, Inventory inventory, NetworkLibrary networks) {
        this.workspace = workspace;
        this.inventory = inventory;
        this.networks = networks;
        workspace.documentProperty().addListener((property, before, after) -> refresh());
        workspace.selectionProperty().addListener((property, before, after) -> refresh());
        refresh();
    }

    private void refresh() {
        Optional<FormSubject> found = workspace.selection().isEmpty()
                ? Optional.of(ofDocument(workspace.document()))
                : workspace.selected().flatMap(path -> FormSubject.at(path, workspace.document(), inventory));
        edited.set(found.filter(FormSubject.OfNetwork.class::isInstance)
                .map(FormSubject.OfNetwork.class::cast)
                .filter(network -> network.untouched().isEmpty())
                .map(FormSubject.OfNetwork::edited)
                .orElse(""));
        String key = found.map(FormSubject::key).orElse("");
        if (key.equals(subject)) {
            found.ifPresent(same -> fields.get().forEach(field -> field.follow(same)));
            return;
        }
        keepDrafts();
        subject = key;
        fields.set(found.map(this::fieldsOf).orElse(List.of()));
    }

    private FormSubject ofDocument(Document document) {
        FormSubject.OfSettings run = new FormSubject.OfSettings(document);
        Optional<BuiltNetwork> built = BuiltNetwork.of(document, networks)
                .filter(network -> !network.network().schema().attributes().isEmpty());
        return built.<FormSubject>map(network -> new FormSubject.OfNetwork(network, untouched(network, document), run))
                .orElse(run);
    }

    private Optional<BuiltNetwork> untouched(BuiltNetwork built, Document document) {
        if (compared == null
                || compared.graph() != document.graph()
                || !compared.built().equals(built)) {
            compared = new Compared(built, document.graph(), built.untouched(document.graph()));
        }
        return compared.untouched();
    }

    /** Drops what was changed by hand and builds the network as it was. */
    public void buildAnew() {
        BuiltNetwork.of(workspace.document(), networks).ifPresent(built -> workspace.apply(built.anew()));
    }

    /** Why the network's own values cannot be changed now; empty where they can, and where they are not shown. */
    public ReadOnlyStringProperty editedProperty() {
        return edited.getReadOnlyProperty();
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
