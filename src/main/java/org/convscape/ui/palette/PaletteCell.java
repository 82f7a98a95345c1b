package org.convscape.ui.palette;

import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.convscape.ui.control.DragFormats;
import org.convscape.ui.control.Glyph;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.palette.PaletteItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** Draws one line of the palette and begins its drags. */
final class PaletteCell extends ListCell<PaletteRow> {
    private static final double GLYPH = 15;

    private final PaletteView palette;
    private final Label heading = new Label();
    private final FontIcon arrow = Icons.of(MaterialDesignC.CHEVRON_DOWN);
    private final Label count = new Label();
    private final HBox headingLine;
    private final Region edge = new Region();
    private final StackPane glyph = new StackPane();
    private final Label label = new Label();
    private final Label detail = new Label();
    private final Label more = Icons.label(MaterialDesignD.DOTS_HORIZONTAL, "");
    private final HBox entryLine;

    PaletteCell(PaletteView palette) {
        this.palette = palette;
        getStyleClass().add("palette-cell");
        setPrefWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        heading.getStyleClass().add("section-heading");
        count.getStyleClass().addAll("figure", "muted");
        headingLine = new HBox(arrow, heading, gap, count);
        headingLine.getStyleClass().add("heading-line");
        headingLine.setAlignment(Pos.CENTER_LEFT);
        edge.getStyleClass().add("family-edge");
        label.getStyleClass().add("item-label");
        // What names have in common stands at their beginning, what tells them apart at their end.
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        detail.getStyleClass().addAll("item-detail", "sketch");
        more.getStyleClass().addAll("muted", "palette-more");
        VBox words = new VBox(label, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        entryLine = new HBox(edge, glyph, words);
        entryLine.getStyleClass().add("entry-line");
        entryLine.setAlignment(Pos.CENTER_LEFT);
        setOnMouseClicked(this::clicked);
        setOnDragDetected(this::drag);
    }

    @Override
    protected void updateItem(PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        getStyleClass().removeAll("heading-cell", "entry-cell");
        if (empty || row == null) {
            setGraphic(null);
            Hints.on(this, "");
        } else if (row instanceof PaletteRow.Heading section) {
            getStyleClass().add("heading-cell");
            heading.setText(section.words().toUpperCase(Locale.ROOT));
            count.setText(Integer.toString(section.items()));
            arrow.setIconCode(section.open() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
            setGraphic(headingLine);
            Hints.on(this, "");
            setAccessibleText(section.words() + ", " + section.items() + (section.open() ? ", open" : ", closed"));
        } else if (row instanceof PaletteRow.More rest) {
            more.setText(rest.items() + " more");
            setGraphic(more);
            Hints.on(this, "All blocks of " + rest.heading());
            setAccessibleText(rest.items() + " more of " + rest.heading());
        } else if (row instanceof PaletteRow.Entry entry) {
            getStyleClass().add("entry-cell");
            show(entry.item());
        }
    }

    private void show(PaletteItem item) {
        label.setText(item.label());
        detail.setText(item.detail());
        boolean single = item.kind() == PaletteItem.Kind.LAYER;
        detail.setVisible(!single && !item.detail().isEmpty());
        detail.setManaged(detail.isVisible());
        glyph.getChildren()
                .setAll(item.category()
                        .map(Glyph::of)
                        .orElseGet(() -> Glyph.of(item.family()))
                        .node(GLYPH));
        entryLine.getStyleClass().removeIf(name -> name.startsWith("family-"));
        entryLine.getStyleClass().add("family-" + item.family().name().toLowerCase(Locale.ROOT));
        setGraphic(entryLine);
        Hints.on(
                this,
                item.label() + (item.detail().isEmpty() ? "" : " (" + item.detail() + ")") + "\n" + item.help() + "\n\n"
                        + (item.kind() == PaletteItem.Kind.NETWORK
                                ? "Double click or Enter opens it on a tab"
                                : "Drag it to the canvas; double click or Enter puts it beside what is selected"));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || getItem() == null) {
            return;
        }
        if (getItem() instanceof PaletteRow.Heading section) {
            palette.toggle(section);
        } else if (getItem() instanceof PaletteRow.More rest) {
            palette.showAll(rest);
        } else if (getItem() instanceof PaletteRow.Entry entry && event.getClickCount() == 2) {
            palette.take(entry.item());
        }
    }

    private void drag(MouseEvent event) {
        if (getItem() instanceof PaletteRow.Entry entry && entry.item().kind() != PaletteItem.Kind.NETWORK) {
            Dragboard board = startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putAll(
                    Map.<DataFormat, Object>of(DragFormats.ITEM, entry.item().item()));
            board.setContent(content);
            SnapshotParameters look = new SnapshotParameters();
            look.setFill(Color.TRANSPARENT);
            board.setDragView(entryLine.snapshot(look, null), 16, 16);
            event.consume();
        }
    }
}
