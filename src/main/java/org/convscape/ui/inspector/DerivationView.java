package org.convscape.ui.inspector;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscape.analysis.Derivation;
import org.convscape.analysis.Summand;
import org.convscape.figures.Figures;
import org.convscape.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The formulas behind the count and the parameters of a layer: in symbols, in numbers, and what they come to. */
final class DerivationView extends VBox {

    DerivationView() {
        getStyleClass().add("derivation");
        setId("derivation");
    }

    void show(List<Derivation> derivations) {
        getChildren().clear();
        setVisible(!derivations.isEmpty());
        setManaged(!derivations.isEmpty());
        if (derivations.isEmpty()) {
            return;
        }
        Label title = new Label("Where do these numbers come from?");
        title.getStyleClass().add("derivation-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, copyButton(derivations));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        derivations.forEach(this::add);
    }

    private void add(Derivation derivation) {
        line(capital(derivation.quantity()), "quantity");
        String sign = "";
        for (Summand summand : derivation.summands()) {
            boolean named = derivation.summands().size() > 1;
            if (!summand.symbols().isEmpty()) {
                line(sign + summand.symbols() + (named ? "   (" + summand.label() + ")" : ""), "symbols");
            }
            line(sign + (summand.numbers().isEmpty() ? Figures.whole(summand.value()) : summand.numbers()), "numbers");
            sign = "+ ";
        }
        line("= " + Figures.whole(derivation.value()), "result");
        derivation.remarks().forEach(remark -> line(remark, "remark"));
        if (derivation.quantity().equals("parameters")) {
            return;
        }
        line(String.join(", ", derivation.basis()), "remark");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void line(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        getChildren().add(label);
    }

    private static Region copyButton(List<Derivation> derivations) {
        var button = Icons.button(MaterialDesignC.CONTENT_COPY, "Copy these formulas as text or LaTeX");
        MenuItem text = new MenuItem("Copy as text");
        text.setOnAction(event -> copy(
                String.join("\n", derivations.stream().map(Derivation::text).toList())));
        MenuItem latex = new MenuItem("Copy as LaTeX");
        latex.setOnAction(event -> copy(
                String.join("\n", derivations.stream().map(Derivation::latex).toList())));
        ContextMenu menu = new ContextMenu(text, latex);
        button.setOnAction(event -> menu.show(button, javafx.geometry.Side.BOTTOM, 0, 2));
        return button;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
