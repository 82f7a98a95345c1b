package org.convscape.ui.inspector;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscape.figures.Figures;
import org.convscape.maps.KernelSheet;
import org.convscape.ui.control.Icons;
import org.convscape.ui.control.Pixels;
import org.convscape.viewmodel.inspector.Kernels;
import org.convscape.viewmodel.inspector.KernelsModel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The kernels of the selected layer as a picture, with the one under the pointer in figures. */
final class KernelsView extends VBox {
    private final Label caption = new Label();
    private final Slider input = new Slider(1, 1, 1);
    private final Label inputs = new Label();
    private final HBox choice = new HBox(input, inputs);
    private final ImageView image = new ImageView();
    private final Label pointed = new Label();
    private final Label page = new Label();
    private final Button back = turn("kernels-back", MaterialDesignC.CHEVRON_LEFT, "Kernels before these", -1);
    private final Button onward = turn("kernels-on", MaterialDesignC.CHEVRON_RIGHT, "Kernels after these", 1);
    private final HBox pages = new HBox(back, page, onward);
    private final ChangeListener<Kernels> changed = (property, before, after) -> write(after);
    private KernelsModel model;
    private Kernels.Sheet shown;
    private boolean writing;

    KernelsView() {
        getStyleClass().add("kernels");
        setId("kernels");
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        caption.getStyleClass().add("muted");
        image.setId("kernels-image");
        image.setSmooth(false);
        image.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        image.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointed.setText(" "));
        pointed.setId("kernels-pointed");
        pointed.getStyleClass().addAll("figure", "muted");
        input.setId("kernels-input");
        input.setAccessibleText("Which input's weights are shown");
        input.setBlockIncrement(1);
        HBox.setHgrow(input, Priority.ALWAYS);
        input.valueProperty().addListener((property, before, after) -> {
            if (!writing) {
                model.chooseInput((int) Math.round(after.doubleValue()) - 1);
            }
        });
        for (HBox row : new HBox[] {choice, pages}) {
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("kernels-row");
        }
        inputs.setId("kernels-inputs");
        inputs.getStyleClass().add("figure");
        inputs.setMinWidth(Region.USE_PREF_SIZE);
        page.setId("kernels-page");
        page.getStyleClass().add("figure");
        getChildren().addAll(caption, choice, image, pointed, pages);
        write(Kernels.NONE);
    }

    private Button turn(String id, Ikon icon, String word, int by) {
        Button button = new Button(null, Icons.of(icon));
        button.setId(id);
        button.setAccessibleText(word);
        button.setOnAction(event -> model.turnPage(by));
        return button;
    }

    void show(KernelsModel wanted) {
        if (model != null) {
            model.kernelsProperty().removeListener(changed);
        }
        model = wanted;
        if (wanted != null) {
            wanted.kernelsProperty().addListener(changed);
        }
        write(wanted == null ? Kernels.NONE : wanted.kernelsProperty().get());
    }

    private void write(Kernels kernels) {
        Optional<Kernels.Sheet> picture = kernels.picture();
        shown = picture.orElse(null);
        setVisible(picture.isPresent());
        setManaged(picture.isPresent());
        pointed.setText(" ");
        picture.ifPresent(this::write);
    }

    private void write(Kernels.Sheet sheet) {
        KernelSheet drawn = sheet.drawn();
        image.setImage(Pixels.image(drawn.argb(), drawn.width(), drawn.height()));
        caption.setText(words(sheet));
        int choices = sheet.layout().choices();
        writing = true;
        input.setMax(choices);
        if (Math.round(input.getValue()) != sheet.input() + 1) {
            // Not while it is dragged between two inputs.
            input.setValue(sheet.input() + 1);
        }
        writing = false;
        inputs.setText("Input " + Figures.whole(sheet.input() + 1L) + " of " + Figures.whole(choices));
        show(choice, choices > 1);
        int tiles = sheet.layout().tiles();
        page.setText("Kernels " + Figures.whole(sheet.first() + 1L) + " to " + Figures.whole(sheet.last() + 1L) + " of "
                + Figures.whole(tiles));
        back.setDisable(sheet.first() == 0);
        onward.setDisable(sheet.last() + 1 >= tiles);
        show(pages, tiles > KernelsModel.PAGE);
    }

    private static String words(Kernels.Sheet sheet) {
        KernelSheet.Layout layout = sheet.layout();
        return switch (layout.kind()) {
            case COLOURS -> "Each kernel's three inputs as red, green and blue; grey is zero";
            case PLANES ->
                layout.depthwise()
                        ? "One kernel for each channel; blue is negative, white zero, red positive"
                        : "Each kernel's weights for one input; blue is negative, white zero, red positive";
            case MATRIX ->
                "A row for each of " + Figures.whole(layout.inputs()) + " inputs, a column for each of "
                        + Figures.whole(layout.outputs()) + " outputs; blue is negative, white zero, red positive";
        };
    }

    private void point(MouseEvent event) {
        KernelSheet.Kind kind = shown.layout().kind();
        pointed.setText(shown.drawn()
                .tileAt((int) event.getX(), (int) event.getY())
                .map(tile -> (kind == KernelSheet.Kind.MATRIX ? "All" : "Kernel " + Figures.whole(tile.index() + 1L))
                        + ": colours from −" + Figures.value(tile.reach()) + " to " + Figures.value(tile.reach()))
                .orElse(" "));
    }

    private static void show(Region region, boolean seen) {
        region.setVisible(seen);
        region.setManaged(seen);
    }
}
