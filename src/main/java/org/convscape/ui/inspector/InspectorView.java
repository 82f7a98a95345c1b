package org.convscape.ui.inspector;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscape.labels.Prediction;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.ShareTable;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.inspector.FieldModel;
import org.convscape.viewmodel.inspector.InspectorContent;
import org.convscape.viewmodel.maps.MapsModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The form and the numbers of what is selected in the current document. */
public final class InspectorView extends StackPane {
    private static final int CLASSES = 5;

    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final VBox header = new VBox(title, subtitle);
    private final ProblemBox problems = new ProblemBox();
    private final FormView form = new FormView();
    private final RebuildBox rebuild = new RebuildBox(() -> document().form().buildAnew());
    private final LinesView lines =
            new LinesView(quantity -> document().inspector().explain(quantity));
    private final DerivationView derivation = new DerivationView();
    private final ShareTable classes = new ShareTable();
    private final MapsModel maps;
    private final WeightsView weights = new WeightsView();
    private final KernelsView kernels = new KernelsView();
    private final VBox weightsAndKernels = new VBox(weights, kernels);
    private final PreviewView preview = new PreviewView();
    private final SharesView shares = new SharesView(this::goTo);
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final EmptyState empty =
            new EmptyState(MaterialDesignC.CURSOR_DEFAULT_CLICK_OUTLINE, "Open a network to see its numbers");
    private final ChangeListener<List<FieldModel>> fieldsChanged = (property, before, after) -> showForm(after);
    private final ChangeListener<InspectorContent> contentChanged = (property, before, after) -> showContent(after);
    private final ChangeListener<String> editedChanged = (property, before, after) -> rebuild.show(after);
    private OpenDocument document;

    /**
     * An inspector that follows nothing yet.
     *
     * @param maps knows what the result of a network says about classes
     */
    public InspectorView(MapsModel maps) {
        this.maps = maps;
        classes.setId("inspector-classes");
        maps.displayProperty().addListener(observable -> showClasses());
        getStyleClass().add("inspector");
        title.getStyleClass().add("inspector-title");
        title.setId("inspector-title");
        title.setWrapText(true);
        subtitle.getStyleClass().add("muted");
        subtitle.setWrapText(true);
        header.getStyleClass().add("inspector-header");
        page.getStyleClass().add("inspector-page");
        weightsAndKernels.getStyleClass().add("weights-and-kernels");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        page.getChildren()
                .addAll(
                        header,
                        problems,
                        rebuild,
                        form,
                        preview,
                        new Section("Likeliest classes", classes),
                        new Section("Numbers", lines),
                        derivation,
                        new Section("Weights", weightsAndKernels),
                        new Section("Share of this network", shares));
        getChildren().addAll(scroll, empty);
        show(null);
        showClasses();
    }

    private void showClasses() {
        List<Prediction> likeliest = maps.predictions(CLASSES);
        classes.show(likeliest);
        show(classes.getParent(), !likeliest.isEmpty());
    }

    /** Follows a document; null for none. */
    public void show(OpenDocument shown) {
        if (document != null) {
            document.form().fieldsProperty().removeListener(fieldsChanged);
            document.form().editedProperty().removeListener(editedChanged);
            document.inspector().contentProperty().removeListener(contentChanged);
        }
        document = shown;
        empty.setVisible(shown == null);
        scroll.setVisible(shown != null);
        preview.show(shown == null ? null : shown.preview());
        weights.follow(shown == null ? null : shown.kernels());
        kernels.show(shown == null ? null : shown.kernels());
        if (shown == null) {
            form.show(List.of());
        }
        if (shown != null) {
            shown.form().fieldsProperty().addListener(fieldsChanged);
            shown.form().editedProperty().addListener(editedChanged);
            rebuild.show(shown.form().editedProperty().get());
            shown.inspector().contentProperty().addListener(contentChanged);
            showForm(shown.form().fieldsProperty().get());
            showContent(shown.inspector().contentProperty().get());
        }
    }

    private void showForm(List<FieldModel> fields) {
        form.show(fields);
        show(form, !fields.isEmpty());
        scroll.setVvalue(0);
    }

    private void showContent(InspectorContent content) {
        title.setText(content.title());
        subtitle.setText(content.subtitle());
        showFamily("family-" + content.family().name().toLowerCase(Locale.ROOT));
        problems.show(content.problems());
        lines.show(content.lines());
        derivation.show(content.derivations());
        weights.show(content.weights());
        show(weightsAndKernels.getParent(), !content.weights().isEmpty());
        shares.show(content.shares());
        show(shares.getParent(), !content.shares().isEmpty());
        show(preview, content.kind() == InspectorContent.Kind.DOCUMENT);
    }

    private void showFamily(String style) {
        // Touching the classes has all that is in the header styled anew.
        if (!header.getStyleClass().contains(style)) {
            header.getStyleClass().removeIf(name -> name.startsWith("family-"));
            header.getStyleClass().add(style);
        }
    }

    private OpenDocument document() {
        return document;
    }

    private void goTo(String path) {
        document.inspector().goTo(path);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** A part of the page under a small heading. */
    private static final class Section extends VBox {
        Section(String heading, Node body) {
            Label label = new Label(heading.toUpperCase(Locale.ROOT));
            label.getStyleClass().add("section-heading");
            getStyleClass().add("inspector-section");
            getChildren().addAll(label, body);
        }
    }
}
