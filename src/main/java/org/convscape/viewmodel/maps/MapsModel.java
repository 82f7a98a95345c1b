package org.convscape.viewmodel.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscape.execution.RunResult;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.labels.Prediction;
import org.convscape.maps.ColourMap;
import org.convscape.maps.MapOrder;
import org.convscape.maps.MapScaling;
import org.convscape.task.LatestWork;
import org.convscape.viewmodel.desk.Focus;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.workspace.RunModel;

/** The maps of what is selected in the current document, from its last run. */
public final class MapsModel {

    /** One of the layers that share a card, whose maps can be looked at. */
    public record Part(String path, String label) {}

    private final Studio studio;
    private final ObjectProperty<MapOrder> order = new SimpleObjectProperty<>(this, "order", MapOrder.INDEX);
    private final ObjectProperty<MapScaling> scaling = new SimpleObjectProperty<>(this, "scaling", MapScaling.PER_MAP);
    private final ObjectProperty<ColourMap> colours = new SimpleObjectProperty<>(this, "colours", ColourMap.VIRIDIS);
    private final IntegerProperty channel = new SimpleIntegerProperty(this, "channel");
    private final ReadOnlyObjectWrapper<MapDisplay> display = new ReadOnlyObjectWrapper<>(this, "display");
    private final ReadOnlyObjectWrapper<List<Part>> parts = new ReadOnlyObjectWrapper<>(this, "parts", List.of());
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(this, "part");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private OpenDocument document;
    private RunResult shownRun;
    private String chosenPart = "";
    private final LatestWork beside;
    private int rowLength;
    private int pageLength;

    /** Follows what is selected in the document that has the focus. */
    public MapsModel(Studio studio) {
        this.studio = studio;
        this.beside = studio.latestPixels();
        order.addListener(observable -> arrange(stack()));
        scaling.addListener(observable -> arrange(stack()));
        colours.addListener(observable -> arrange(stack()));
        Focus.follow(
                studio,
                focused -> List.of(
                        focused.workspace().selectionProperty(),
                        focused.runs().resultProperty(),
                        focused.runs().stateProperty()),
                this::refresh);
    }

    private void refresh() {
        document = studio.focusedProperty().get();
        List<Part> found =
                document == null ? List.of() : partsOf(document.workspace().selection());
        parts.set(found);
        Optional<Part> chosen =
                found.stream().filter(one -> one.path().equals(chosenPart)).findFirst();
        Part wanted = found.isEmpty() ? null : chosen.orElse(found.get(found.size() - 1));
        part.set(wanted);
        RunResult run =
                document == null ? null : document.runs().resultProperty().get();
        if (wanted == null || run == null || !run.activations().paths().contains(wanted.path())) {
            beside.cancel();
            shownRun = null;
            display.set(null);
            hint.set(reason(wanted, run));
        } else if (run != shownRun || stack() == null || !stack().path().equals(wanted.path())) {
            shownRun = run;
            fetch(run, wanted.path());
        }
    }

    private String reason(Part wanted, RunResult run) {
        if (document == null) {
            return "Open a network from the palette to see its maps";
        }
        RunModel.State state = document.runs().stateProperty().get();
        if (run == null) {
            return switch (state) {
                case RUNNING -> "The first maps are being computed…";
                case FAILED -> document.runs().messageProperty().get();
                default -> "The maps appear here once the network has run (F5)";
            };
        }
        return wanted == null
                ? "Select a layer or a block on the canvas to see all of its maps"
                : state == RunModel.State.RUNNING
                        ? "The maps are being computed…"
                        : "This layer was not part of the last run; run again (F5) to see its maps";
    }

    private List<Part> partsOf(java.util.Set<String> selection) {
        if (selection.size() != 1) {
            return List.of();
        }
        Graph graph = document.workspace().document().graph();
        String path = selection.iterator().next();
        if (graph.find(path).isEmpty()) {
            path = graph.group(new GroupPath(path)).map(Group::exit).orElse("");
        }
        if (graph.find(path).isEmpty()) {
            return List.of();
        }
        List<String> paths = new ArrayList<>(List.of(path));
        paths.addAll(document.canvas().scene().contents().units().followers(path));
        return paths.stream()
                .map(each -> new Part(each, graph.node(each).operation().type().label()))
                .toList();
    }

    private void fetch(RunResult run, String path) {
        beside.start(() -> MapStack.of(path, run.activations().get(path)), (stack, failure) -> {
            if (failure == null) {
                arrange(stack);
            } else {
                display.set(null);
                hint.set("The maps of " + path + " are not available any more; run again (F5) to see them");
            }
        });
    }

    /**
     * The likeliest classes, where what is shown is the result of a network on weights that somebody has trained; empty
     * for all else, where classes would mean nothing.
     */
    public List<Prediction> predictions(int most) {
        MapStack stack = stack();
        return stack == null ? List.of() : document.classes().predictions(stack.path(), stack.tensor(), most);
    }

    private void arrange(MapStack stack) {
        if (stack == null) {
            return;
        }
        if (channel.get() >= stack.channels().size()) {
            channel.set(0);
        }
        hint.set("");
        display.set(MapDisplay.of(stack, order.get(), scaling.get(), colours.get()));
    }

    private MapStack stack() {
        return display.get() == null ? null : display.get().stack();
    }

    /** Looks at one of the layers that share the selected card. */
    public void choose(Part wanted) {
        chosenPart = wanted.path();
        refresh();
    }

    /** Looks at the channel that stands so many places further in the order. */
    public void moveBy(int places) {
        MapDisplay shown = display.get();
        if (shown != null) {
            int at = Math.max(0, shown.positionOf(channel.get()));
            int last = shown.order().size() - 1;
            channel.set(shown.order().get(Math.max(0, Math.min(last, at + places))));
        }
    }

    /** Somewhere to make the pixels of what is shown, beside the screen. */
    public LatestWork latestPixels() {
        return studio.latestPixels();
    }

    /**
     * Is told how the maps lie.
     *
     * @param row how many stand beside each other; 0 where there are no rows
     * @param page how many are seen at once
     */
    public void layOut(int row, int page) {
        rowLength = row;
        pageLength = page;
    }

    /** Looks at the channel so many rows further down. */
    public void moveByRows(int rows) {
        moveBy(rows * rowLength);
    }

    /** Looks at the channel so many pages further down. */
    public void moveByPages(int pages) {
        moveBy(pages * pageLength);
    }

    /** What is shown; null where there is nothing to show, and then the hint says why. */
    public ReadOnlyObjectProperty<MapDisplay> displayProperty() {
        return display.getReadOnlyProperty();
    }

    /** The layers that share the selected card. */
    public ReadOnlyObjectProperty<List<Part>> partsProperty() {
        return parts.getReadOnlyProperty();
    }

    /** The layer that is looked at; null for none. */
    public ReadOnlyObjectProperty<Part> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** Why there is nothing to show, and what to do; empty when there is. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** The order of the channels. */
    public ObjectProperty<MapOrder> orderProperty() {
        return order;
    }

    /** Which values share one range of colours. */
    public ObjectProperty<MapScaling> scalingProperty() {
        return scaling;
    }

    /** The colours. */
    public ObjectProperty<ColourMap> coloursProperty() {
        return colours;
    }

    /** The number of the channel that is looked at closely. */
    public IntegerProperty channelProperty() {
        return channel;
    }
}
