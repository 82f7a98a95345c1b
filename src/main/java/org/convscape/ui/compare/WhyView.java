package org.convscape.ui.compare;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SearchableComboBox;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.Difference;
import org.convscape.figures.Figures;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.FittedTable;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.NameColumn;
import org.convscape.ui.control.Segments;
import org.convscape.viewmodel.compare.Reasons;
import org.convscape.viewmodel.compare.Rival;
import org.convscape.viewmodel.compare.WhyModel;
import org.convscape.wording.DifferenceWords;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/**
 * Why two counts, or two networks, differ: at the left summed by reason, at the right place by place. Choosing a reason
 * leaves its places; a click on a place selects it on the canvas.
 */
public final class WhyView extends StackPane {
    private static final String NOTHING_OPEN =
            "Open a network to compare it with another, or with another counting rule";

    private static final double NARROWEST = 96;

    private final WhyModel model;
    private final FittedTable<Difference.ByReason> reasons = new FittedTable<>();
    private final FittedTable<Difference.Entry> places = new FittedTable<>();
    private final Label left = new Label();
    private final Label right = new Label();
    private final Label difference = new Label();
    private final BorderPane body = new BorderPane();
    private final EmptyState empty = new EmptyState(MaterialDesignS.SCALE_BALANCE, NOTHING_OPEN);
    private final HBox controls = new HBox();
    private final Segments<WhyModel.Quantity> quantities;
    private boolean filling;

    /** Shows a comparison, and has it worked out as long as this is in a window. */
    public WhyView(WhyModel model) {
        this.model = model;
        this.quantities = new Segments<>("why", model.quantityProperty());
        getStyleClass().add("why");
        reasons.setId("why-reasons");
        places.setId("why-places");
        reasons.getColumns().add(new NameColumn<>("Why", reason -> DifferenceWords.reason(reason.reason())));
        reasons.getColumns()
                .add(Columns.numbers("Places", reason -> reason.entries().size()));
        reasons.getColumns().add(Columns.amounts("Amount", Difference.ByReason::amount));
        places.getColumns().add(new NameColumn<>("Where", DifferenceWords::where));
        places.getColumns().add(new NameColumn<>("What", DifferenceWords::what));
        places.getColumns().add(new NameColumn<>("Why", entry -> DifferenceWords.reason(entry.reason())));
        places.getColumns().add(Columns.amounts("Amount", Difference.Entry::amount));
        reasons.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> filter(after));
        places.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (after != null && !filling) {
                model.goTo(after);
            }
        });
        places.setPlaceholder(new Label("No place differs"));
        reasons.setPlaceholder(new Label("Nothing differs"));
        SplitPane tables = new SplitPane(reasons, places);
        tables.setOrientation(Orientation.HORIZONTAL);
        tables.setDividerPositions(0.44);
        body.setCenter(tables);
        body.setBottom(foot());
        getChildren().addAll(body, empty);
        fillControls();
        model.reasonsProperty().addListener(observable -> show());
        model.messageProperty().addListener(observable -> show());
        sceneProperty()
                .addListener((property, before, after) -> model.activeProperty().set(after != null));
        show();
    }

    private Node foot() {
        left.getStyleClass().add("figure");
        right.getStyleClass().add("figure");
        difference.getStyleClass().addAll("figure", "strong");
        difference.setId("why-difference");
        // Where the three do not fit side by side they stand one below the other: no figure is cut.
        FlowPane foot = new FlowPane(left, new Label("→"), right, difference);
        foot.getStyleClass().add("cost-foot");
        foot.setRowValignment(VPos.CENTER);
        return foot;
    }

    private void fillControls() {
        ComboBox<Convention> rule = new ComboBox<>();
        rule.setId("why-rule");
        rule.getItems().setAll(Conventions.standard());
        rule.setConverter(new Written<>(Convention::id));
        rule.valueProperty().bindBidirectional(model.conventionProperty());
        Hints.on(rule, "A: the open network, counted by this rule, which is that of the whole window");
        SearchableComboBox<Rival> rival = new SearchableComboBox<>();
        rival.setId("why-rival");
        rival.setConverter(new Written<>(one -> one.label() + " " + one.kind()));
        rival.setCellFactory(list -> new RivalCell(true));
        rival.setButtonCell(new RivalCell(false));
        rival.setVisibleRowCount(16);
        Hints.on(
                rival,
                "B: another rule for the open network, or another network under the same rule;" + " type to find it");
        Runnable follow = () -> {
            filling = true;
            rival.getItems().setAll(model.rivalsProperty().get());
            rival.setValue(model.rivalProperty().get());
            show(quantities, !(model.rivalProperty().get() instanceof Rival.Rule));
            filling = false;
        };
        model.rivalsProperty().addListener(observable -> follow.run());
        model.rivalProperty().addListener(observable -> follow.run());
        rival.valueProperty().addListener((property, before, after) -> {
            if (!filling && after != null) {
                model.rivalProperty().set(after);
            }
        });
        quantities
                .word(WhyModel.Quantity.COUNT, "Count")
                .word(WhyModel.Quantity.TRAINED, "Trained")
                .word(WhyModel.Quantity.ALL, "Parameters");
        // Where the header is narrow the long names of networks give way, not the short words.
        rule.setMinWidth(NARROWEST);
        rival.setMinWidth(NARROWEST);
        controls.getStyleClass().add("why-controls");
        controls.setAlignment(Pos.CENTER_RIGHT);
        controls.getChildren().addAll(quantities, named("A", rule), named("B", rival));
        follow.run();
    }

    private static HBox named(String name, ComboBox<?> box) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "strong");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(box);
        HBox pair = new HBox(6, label, box);
        pair.setAlignment(Pos.CENTER);
        return pair;
    }

    private void show() {
        Reasons shown = model.reasonsProperty().get();
        body.setVisible(shown != null);
        empty.setVisible(shown == null);
        String message = model.messageProperty().get();
        empty.say(message.isEmpty() ? NOTHING_OPEN : message);
        if (shown == null) {
            return;
        }
        filling = true;
        reasons.getItems().setAll(shown.reasons());
        filling = false;
        filter(null);
        String least = shown.complete() ? "" : "at least ";
        left.setText("A  " + shown.left() + "  " + least
                + Figures.whole(shown.difference().left()));
        right.setText("B  " + shown.right() + "  " + least
                + Figures.whole(shown.difference().right()));
        difference.setText("B − A = " + Columns.signed(shown.difference().amount()) + " "
                + shown.difference().quantity());
    }

    private void filter(Difference.ByReason reason) {
        Reasons shown = model.reasonsProperty().get();
        if (filling || shown == null) {
            return;
        }
        List<Difference.Entry> entries = reason == null ? shown.difference().entries() : reason.entries();
        filling = true;
        places.getItems().setAll(entries);
        places.sort();
        filling = false;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** The choices of what is compared, for the header of the drawer. */
    public Node controls() {
        return controls;
    }
}
