package org.convscape.ui.inspector;

import java.util.ArrayList;
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

    private final Rows<Line> rows = new Rows<>(index -> new Row());
    private List<Derivation> shown = List.of();

    /** One line of a formula, in the style of its part. */
    private record Line(String text, String style) {}

    DerivationView() {
        getStyleClass().add("derivation");
        setId("derivation");
        Label title = new Label("Where do these numbers come from?");
        title.getStyleClass().add("derivation-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, copyButton());
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
    }

    void show(List<Derivation> derivations) {
        setVisible(!derivations.isEmpty());
        setManaged(!derivations.isEmpty());
        if (!derivations.isEmpty() && !derivations.equals(shown)) {
            shown = derivations;
            List<Line> lines = new ArrayList<>();
            derivations.forEach(derivation -> write(derivation, lines));
            rows.show(lines);
        }
    }

    private static void write(Derivation derivation, List<Line> lines) {
        lines.add(new Line(capital(derivation.quantity()), "quantity"));
        String sign = "";
        for (Summand summand : derivation.summands()) {
            boolean named = derivation.summands().size() > 1;
            if (!summand.symbols().isEmpty()) {
                String label = named ? "   (" + summand.label() + ")" : "";
                lines.add(new Line(sign + summand.symbols() + label, "symbols"));
            }
            String numbers = summand.numbers().isEmpty() ? Figures.whole(summand.value()) : summand.numbers();
            lines.add(new Line(sign + numbers, "numbers"));
            sign = "+ ";
        }
        lines.add(new Line("= " + Figures.whole(derivation.value()), "result"));
        derivation.remarks().forEach(remark -> lines.add(new Line(remark, "remark")));
        if (!derivation.quantity().equals("parameters")) {
            lines.add(new Line(String.join(", ", derivation.basis()), "remark"));
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private final class Row implements Rows.Row<Line> {
        private final Label label = new Label();
        private String style = "";

        Row() {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            DerivationView.this.getChildren().add(label);
        }

        @Override
        public List<Label> nodes() {
            return List.of(label);
        }

        @Override
        public void write(Line line) {
            label.setText(line.text());
            if (!line.style().equals(style)) {
                label.getStyleClass().remove(style);
                label.getStyleClass().add(line.style());
                style = line.style();
            }
        }
    }

    private Region copyButton() {
        var button = Icons.button(MaterialDesignC.CONTENT_COPY, "Copy these formulas as text or LaTeX");
        MenuItem text = new MenuItem("Copy as text");
        text.setOnAction(event ->
                copy(String.join("\n", shown.stream().map(Derivation::text).toList())));
        MenuItem latex = new MenuItem("Copy as LaTeX");
        latex.setOnAction(event ->
                copy(String.join("\n", shown.stream().map(Derivation::latex).toList())));
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
