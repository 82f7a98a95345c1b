package org.convscape.viewmodel.plane;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Sweep;
import org.convscape.analysis.SweepRange;
import org.convscape.chart.Chart;
import org.convscape.task.Failures;
import org.convscape.task.LatestWork;
import org.convscape.viewmodel.desk.ChartSaving;
import org.convscape.viewmodel.desk.Focus;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;

/** The cost of the selected layer or block over two of its widths; works only while it is looked at. */
public final class PlaneModel {
    private static final String NOTHING_SELECTED =
            "Select a layer or a block to see how its cost grows with its widths";

    /** What the height of the plane is. */
    public enum Quantity {
        COUNT,
        PARAMETERS
    }

    private final Studio studio;
    private final ReadOnlyObjectWrapper<List<Axis>> axes = new ReadOnlyObjectWrapper<>(this, "axes", List.of());
    private final ObjectProperty<Axis> across = new SimpleObjectProperty<>(this, "across");
    private final ObjectProperty<Axis> up = new SimpleObjectProperty<>(this, "up");
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(this, "quantity", Quantity.COUNT);
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ReadOnlyObjectWrapper<Plane> plane = new ReadOnlyObjectWrapper<>(this, "plane");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", NOTHING_SELECTED);
    private final InvalidationListener follow = observable -> offer();
    private Optional<Bench> bench = Optional.empty();
    private boolean offering;
    private final LatestWork running;

    /** Follows the selection of a studio's current document, once it is looked at. */
    public PlaneModel(Studio studio) {
        this.studio = studio;
        this.running = studio.latestWork();
        studio.conventionProperty().addListener(observable -> refresh());
        across.addListener(observable -> refresh());
        up.addListener(observable -> refresh());
        quantity.addListener(observable -> refresh());
        active.addListener(follow);
        Focus.follow(
                studio,
                focused -> List.of(
                        focused.workspace().documentProperty(),
                        focused.workspace().selectionProperty()),
                this::offer);
    }

    /** Finds out what can be turned, and keeps the chosen widths where the new piece has them too. */
    private void offer() {
        if (!active.get()) {
            plane.set(null);
            return;
        }
        OpenDocument document = studio.focusedProperty().get();
        bench = document == null
                ? Optional.empty()
                : document.workspace()
                        .selected()
                        .flatMap(path -> Bench.at(
                                path,
                                document.workspace().analysis(),
                                studio.libraries().inventory()));
        List<Axis> offered = bench.map(Bench::axes).orElse(List.of());
        offering = true;
        Axis first = kept(across.get(), offered, 0);
        Axis second = kept(up.get(), offered, 1);
        axes.set(offered);
        across.set(first);
        up.set(second);
        offering = false;
        refresh();
    }

    private static Axis kept(Axis chosen, List<Axis> offered, int usual) {
        return offered.stream()
                .filter(axis -> chosen != null && axis.name().equals(chosen.name()))
                .findFirst()
                .orElse(usual < offered.size() ? offered.get(usual) : null);
    }

    private void refresh() {
        if (offering) {
            return;
        }
        running.cancel();
        if (!active.get() || bench.isEmpty()) {
            say(NOTHING_SELECTED);
            return;
        }
        if (across.get() == null || up.get() == null) {
            say(bench.get().path() + " has no two widths that can be turned; a convolution has");
            return;
        }
        if (across.get().equals(up.get())) {
            say("Both sides are " + across.get().label() + "; two different widths would work");
            return;
        }
        Bench piece = bench.get();
        Axis first = across.get();
        Axis second = up.get();
        Convention convention = studio.conventionProperty().get();
        Quantity what = quantity.get();
        running.start(() -> work(piece, first, second, convention, what), this::show);
    }

    private static Plane work(Bench piece, Axis first, Axis second, Convention convention, Quantity what) {
        Sweep sweep = Sweep.of(
                List.of(
                        new SweepRange(first.name(), piece.values(first)),
                        new SweepRange(second.name(), piece.values(second))),
                piece::build,
                convention);
        return what == Quantity.COUNT
                ? Plane.of(piece.path(), first, second, sweep, sweep.unit(), Sweep.Point::count)
                : Plane.of(piece.path(), first, second, sweep, "trained parameters", Sweep.Point::trainable);
    }

    private void show(Plane result, Throwable failure) {
        if (failure == null) {
            plane.set(result);
            message.set("");
        } else if (!(Failures.cause(failure) instanceof CancellationException)) {
            say(Failures.sentence(failure, "Working the plane out"));
        }
    }

    private void say(String sentence) {
        plane.set(null);
        message.set(sentence);
    }

    /** Writes a chart to a file, as what its ending says; how that ended is said. */
    public void save(Chart chart, Path file) {
        new ChartSaving(studio).save(chart, file);
    }

    /** What can be turned of what is selected. */
    public ReadOnlyObjectProperty<List<Axis>> axesProperty() {
        return axes.getReadOnlyProperty();
    }

    /** The width that grows to the right. */
    public ObjectProperty<Axis> acrossProperty() {
        return across;
    }

    /** The width that grows upwards. */
    public ObjectProperty<Axis> upProperty() {
        return up;
    }

    /** What is shown over the widths. */
    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    /** True while somebody looks; nothing is worked out otherwise. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The plane; null while there is none. */
    public ReadOnlyObjectProperty<Plane> planeProperty() {
        return plane.getReadOnlyProperty();
    }

    /** Why there is no plane, and what would make one; empty where there is one. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
