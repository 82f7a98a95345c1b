package org.convscape.ui.shell;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.convscape.image.Picture;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.ui.control.Pixels;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.picture.PictureModel;
import org.convscape.viewmodel.picture.SampleModel;

/** The picture that runs through the networks, and the choice of another: samples with small versions, or a file. */
final class PictureChooser extends MenuButton {
    private final PictureModel model;
    private final ImageView small = new ImageView();
    private boolean thumbnailsAsked;

    PictureChooser(PictureModel model, Actions actions) {
        this.model = model;
        setId("picture-chooser");
        getStyleClass().add("picture-chooser");
        // The names of files keep their underscores.
        setMnemonicParsing(false);
        setMinWidth(120);
        setPrefWidth(190);
        setMaxWidth(190);
        small.setFitHeight(18);
        small.setFitWidth(27);
        small.setPreserveRatio(true);
        setGraphic(small);
        model.samples().forEach(sample -> getItems().add(item(sample)));
        MenuItem file = new MenuItem(actions.require("picture").name(), Icons.of(ActionIcons.of("picture")));
        file.setOnAction(event -> actions.perform("picture"));
        getItems().addAll(new SeparatorMenuItem(), file);
        addEventHandler(ON_SHOWING, event -> loadThumbnails());
        model.pictureProperty().addListener((property, before, after) -> show(after));
        show(model.pictureProperty().get());
    }

    /** Ten pictures to decode, which most who start the program do not ask for. */
    private void loadThumbnails() {
        if (!thumbnailsAsked) {
            thumbnailsAsked = true;
            model.loadThumbnails();
        }
    }

    private MenuItem item(SampleModel sample) {
        ImageView thumbnail = new ImageView();
        thumbnail.setFitWidth(60);
        thumbnail.setFitHeight(40);
        sample.thumbnailProperty().addListener((property, before, after) -> thumbnail.setImage(Pixels.image(after)));
        if (sample.thumbnailProperty().get() != null) {
            thumbnail.setImage(Pixels.image(sample.thumbnailProperty().get()));
        }
        StackPane frame = new StackPane(thumbnail);
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(60, 40);
        HBox row = new HBox(10, frame, new Label(sample.label()));
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.setMinWidth(220);
        CustomMenuItem item = new CustomMenuItem(row);
        item.setId("sample-" + sample.name());
        item.setOnAction(event -> model.chooseSample(sample.name()));
        return item;
    }

    private void show(Picture picture) {
        setText(picture == null ? "Choose a picture" : picture.name());
        small.setImage(picture == null ? null : thumbnail(picture));
        Hints.on(
                this,
                picture == null
                        ? "Choose the picture that runs through the networks, or drop a file on the window"
                        : picture + (picture.notes().isEmpty() ? "" : "\n" + String.join("\n", picture.notes()))
                                + "\n\nDrop a file anywhere on the window to use it instead");
    }

    private static Image thumbnail(Picture picture) {
        return Pixels.image(picture);
    }
}
