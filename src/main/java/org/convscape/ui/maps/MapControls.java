package org.convscape.ui.maps;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.convscape.graph.GroupPath;
import org.convscape.maps.ColourMap;
import org.convscape.maps.MapOrder;
import org.convscape.maps.MapScaling;
import org.convscape.ui.control.Hints;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapsModel;

/** What is shown in the maps drawer, and the choices of layer, size, order, scaling and colours. */
final class MapControls extends HBox {
    private static final double NARROWEST = 58;
    private static final double ROOM_FOR_CHOICES = 330;
    private static final double ROOM_FOR_LABELS = 680;
    private static final double ROOM_FOR_SUMMARY = 430;

    /** With everything in it; asked for even while some of it is hidden, or it would never come back. */
    private static final double ROOM_FOR_ALL = 800;

    private final MapsModel model;
    private final Label summary = new Label();
    private final ComboBox<MapsModel.Part> part = new ComboBox<>();
    private final Slider size = new Slider(MapGrid.SMALLEST_TILE, 4 * MapGrid.SMALLEST_TILE, 62);
    private boolean showing;

    MapControls(MapsModel model, MapGrid grid) {
        this.model = model;
        getStyleClass().add("map-controls");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(ROOM_FOR_CHOICES);
        setPrefWidth(ROOM_FOR_ALL);
        summary.getStyleClass().addAll("muted", "maps-summary");
        summary.setId("maps-summary");
        summary.setMinWidth(0);
        part.setId("maps-part");
        part.setMinWidth(NARROWEST);
        part.setConverter(words(MapsModel.Part::label));
        part.setOnAction(event -> {
            if (!showing && part.getValue() != null) {
                model.choose(part.getValue());
            }
        });
        Hints.on(part, "Which of the layers on this card");
        size.setPrefWidth(70);
        size.setMinWidth(50);
        size.maxProperty().bind(grid.largestTileProperty());
        size.valueProperty().bindBidirectional(grid.tileSideProperty());
        Hints.on(size, "Size of the maps");
        getChildren()
                .addAll(
                        summary,
                        part,
                        size,
                        choice("Order", List.of(MapOrder.values()), model.orderProperty(), MapOrder::label),
                        choice("Scale", List.of(MapScaling.values()), model.scalingProperty(), MapScaling::label),
                        choice("Colours", List.of(ColourMap.values()), model.coloursProperty(), ColourMap::label));
        model.partsProperty().addListener(observable -> showParts());
        model.partProperty().addListener(observable -> showParts());
        model.displayProperty().addListener(observable -> showSummary());
        widthProperty().addListener(observable -> adapt());
        showParts();
        showSummary();
    }

    /** In a narrow window the choices stay, and what only explains them goes. */
    private void adapt() {
        boolean labels = getWidth() >= ROOM_FOR_LABELS;
        lookupAll(".choice-name").forEach(label -> show(label, labels));
        boolean roomy = getWidth() >= ROOM_FOR_SUMMARY;
        MapDisplay display = model.displayProperty().get();
        show(summary, roomy);
        show(size, roomy && display != null && !display.stack().vector());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static <T> HBox choice(String name, List<T> values, Property<T> property, Function<T, String> label) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(words(label));
        box.valueProperty().bindBidirectional(property);
        box.setAccessibleText(name);
        box.setMinWidth(NARROWEST);
        box.setId("maps-" + name.toLowerCase(java.util.Locale.ROOT));
        Label words = new Label(name);
        words.getStyleClass().addAll("muted", "small", "choice-name");
        words.setMinWidth(USE_PREF_SIZE);
        words.setLabelFor(box);
        HBox pair = new HBox(words, box);
        pair.setMinWidth(NARROWEST);
        pair.getStyleClass().add("choice");
        pair.setAlignment(Pos.CENTER);
        return pair;
    }

    private static <T> StringConverter<T> words(Function<T, String> label) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : label.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("A choice is not typed");
            }
        };
    }

    private void showParts() {
        showing = true;
        part.getItems().setAll(model.partsProperty().get());
        part.setValue(model.partProperty().get());
        boolean several = model.partsProperty().get().size() > 1;
        part.setVisible(several);
        part.setManaged(several);
        showing = false;
    }

    private void showSummary() {
        MapDisplay display = model.displayProperty().get();
        boolean maps = display != null && !display.stack().vector();
        adapt();
        if (display == null) {
            summary.setText("");
        } else if (maps) {
            summary.setText(GroupPath.nameOf(display.stack().path()) + " · "
                    + display.order().size() + " maps · "
                    + display.stack().shape().height() + "×"
                    + display.stack().shape().width());
        } else {
            summary.setText(GroupPath.nameOf(display.stack().path()) + " · "
                    + display.order().size() + " values");
        }
    }
}
