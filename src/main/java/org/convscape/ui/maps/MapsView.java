package org.convscape.ui.maps;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.KeyDispatch;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Scope;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapsModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** All maps of the selected layer beside one of them under a loupe; of a vector, bars beside its largest values. */
public final class MapsView extends StackPane {
    private static final int BARS_PER_PAGE = 25;

    private final MapsModel model;
    private final MapGrid grid;
    private final VectorBars bars;
    private final LoupePanel loupe;
    private final TopValues top;
    private final BorderPane content = new BorderPane();
    private final EmptyState empty = new EmptyState(MaterialDesignV.VIEW_GRID_OUTLINE, "");
    private final Node controls;

    /** Shows the maps of a model. */
    public MapsView(MapsModel model, Actions actions) {
        this.model = model;
        this.grid = new MapGrid(model);
        this.bars = new VectorBars(model);
        this.loupe = new LoupePanel(model);
        this.top = new TopValues(model);
        this.controls = new MapControls(model, grid);
        getStyleClass().add("maps");
        KeyDispatch.on(grid, actions, Scope.MAPS);
        KeyDispatch.on(bars, actions, Scope.MAPS);
        // In a low drawer what does not fit is left out at the foot, not at the head.
        content.setMinHeight(0);
        getChildren().addAll(content, empty);
        model.displayProperty().addListener((property, before, after) -> show(after));
        model.hintProperty().addListener((property, before, after) -> empty.say(after));
        empty.say(model.hintProperty().get());
        show(model.displayProperty().get());
    }

    private void show(MapDisplay display) {
        empty.setVisible(display == null);
        content.setVisible(display != null);
        controls.setVisible(display != null);
        if (display != null) {
            boolean vector = display.stack().vector();
            if (vector) {
                model.layOut(0, BARS_PER_PAGE);
            }
            content.setCenter(vector ? bars : grid);
            content.setRight(vector ? top : loupe);
        }
    }

    /** The choices of layer, order, scaling and colours, for the header of the drawer. */
    public Node controls() {
        return controls;
    }

    /** Puts the keyboard on the maps; false where none are shown. */
    public boolean focusMaps() {
        boolean shown = model.displayProperty().get() != null;
        if (shown) {
            content.getCenter().requestFocus();
        }
        return shown;
    }
}
