package org.convscape.viewmodel.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.Difference;
import org.convscape.analysis.NetworkDifference;
import org.convscape.analysis.WhyDifferent;
import org.convscape.document.Provenance;
import org.convscape.task.Failures;
import org.convscape.task.LatestWork;
import org.convscape.viewmodel.desk.Focus;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;

/**
 * Why the open network counts differently under another rule, or differs from another network under the same rule.
 * Works only while it is looked at, and beside the screen.
 */
public final class WhyModel {

    /** What is compared between two networks. */
    public enum Quantity {
        COUNT,
        TRAINED,
        ALL
    }

    /** The networks that show their point against a certain other one. */
    private static final Map<String, String> TWINS = Map.of(
            "resnet50", "resnet50-v1",
            "resnet50-v1", "resnet50",
            "keras-resnet50", "resnet50");

    private final Studio studio;
    private final Map<OpenDocument, Rival> chosen = new WeakHashMap<>();
    private final ReadOnlyObjectWrapper<List<Rival>> rivals = new ReadOnlyObjectWrapper<>(this, "rivals", List.of());
    private final ObjectProperty<Rival> rival = new SimpleObjectProperty<>(this, "rival");
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(this, "quantity", Quantity.COUNT);
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ReadOnlyObjectWrapper<Reasons> reasons = new ReadOnlyObjectWrapper<>(this, "reasons");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final InvalidationListener follow = observable -> refresh();
    private boolean offering;
    private final LatestWork running;

    /** Follows the current document of a studio, once it is looked at. */
    public WhyModel(Studio studio) {
        this.studio = studio;
        this.running = studio.latestWork();
        studio.documents().addListener((ListChangeListener<OpenDocument>) change -> offer());
        studio.conventionProperty().addListener(observable -> offer());
        rival.addListener((property, before, after) -> {
            if (!offering && after != null && studio.focusedProperty().get() != null) {
                chosen.put(studio.focusedProperty().get(), after);
                refresh();
            }
        });
        quantity.addListener(follow);
        active.addListener(follow);
        Focus.follow(studio, focused -> List.of(focused.workspace().documentProperty()), this::offer, this::refresh);
    }

    /** Lists what there is to compare with, and keeps the choice where it is still there. */
    private void offer() {
        OpenDocument document = studio.focusedProperty().get();
        List<Rival> all = new ArrayList<>();
        Conventions.standard().stream()
                .filter(rule -> rule != studio.conventionProperty().get())
                .forEach(rule -> all.add(new Rival.Rule(rule)));
        studio.documents().stream().filter(open -> open != document).forEach(open -> all.add(new Rival.Tab(open)));
        studio.libraries().networks().networks().forEach(network -> all.add(new Rival.Published(network)));
        Rival kept = document == null ? null : chosen.get(document);
        offering = true;
        rivals.set(List.copyOf(all));
        rival.set(document == null ? null : all.contains(kept) ? kept : usual(document, all));
        offering = false;
        refresh();
    }

    private static Rival usual(OpenDocument document, List<Rival> all) {
        String twin = TWINS.get(document.workspace()
                .document()
                .provenance()
                .map(Provenance::network)
                .orElse(""));
        return Stream.concat(
                        all.stream()
                                .filter(rival -> rival instanceof Rival.Published network
                                        && network.network().id().equals(twin)),
                        Stream.of("fvcore", "macs").flatMap(id -> all.stream()
                                .filter(rival -> rival instanceof Rival.Rule rule
                                        && rule.convention().id().equals(id))))
                .findFirst()
                .orElseThrow();
    }

    private void refresh() {
        running.cancel();
        OpenDocument document = studio.focusedProperty().get();
        if (!active.get() || document == null || rival.get() == null) {
            reasons.set(null);
            message.set("");
            return;
        }
        message.set("Comparing…");
        String name = document.title();
        Analysis analysis = document.workspace().analysis();
        Convention rule = studio.conventionProperty().get();
        Rival other = rival.get();
        // What is on the screen's thread is read there; the long work gets values.
        Analysis open =
                other instanceof Rival.Tab tab ? tab.document().workspace().analysis() : null;
        Quantity what = quantity.get();
        running.start(() -> compare(name, analysis, rule, other, open, what), this::show);
    }

    private static Reasons compare(
            String name, Analysis analysis, Convention rule, Rival other, Analysis open, Quantity what) {
        if (other instanceof Rival.Rule second) {
            return Reasons.of(
                    name + ", " + rule.id(),
                    name + ", " + second.label(),
                    WhyDifferent.conventions(analysis, rule, second.convention()),
                    analysis.complete());
        }
        Analysis right = other instanceof Rival.Published published
                ? Analysis.of(published.network().build())
                : open;
        return networks(name, analysis, rule, other.label(), right, what);
    }

    private static Reasons networks(
            String name, Analysis left, Convention rule, String other, Analysis right, Quantity what) {
        NetworkDifference both = WhyDifferent.networks(left, right, rule);
        Difference difference =
                switch (what) {
                    case COUNT -> both.count();
                    case TRAINED -> both.trainable();
                    case ALL -> both.total();
                };
        String counted = what == Quantity.COUNT ? ", " + rule.id() : "";
        return Reasons.of(name + counted, other + counted, difference, left.complete() && right.complete());
    }

    private void show(Reasons result, Throwable failure) {
        if (failure == null) {
            reasons.set(result);
            message.set("");
        } else if (!(Failures.cause(failure) instanceof CancellationException)) {
            reasons.set(null);
            message.set(Failures.sentence(failure, "Comparing"));
        }
    }

    /** What there is to compare with: rules first, then open tabs, then published networks. */
    public ReadOnlyObjectProperty<List<Rival>> rivalsProperty() {
        return rivals.getReadOnlyProperty();
    }

    /** What the open network is compared with; null where none is open. */
    public ObjectProperty<Rival> rivalProperty() {
        return rival;
    }

    /** The rule of the open network's count: that of the whole window. */
    public ObjectProperty<Convention> conventionProperty() {
        return studio.conventionProperty();
    }

    /** What is compared, where two networks are. */
    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    /** True while somebody looks; nothing is worked out otherwise. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The comparison; null while there is none. */
    public ReadOnlyObjectProperty<Reasons> reasonsProperty() {
        return reasons.getReadOnlyProperty();
    }

    /** Why there is no comparison, or that one is being worked out; empty otherwise. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Selects the layers of the open network that an entry is about; it is the left one of every comparison. */
    public void goTo(Difference.Entry entry) {
        OpenDocument document = studio.focusedProperty().get();
        if (document == null) {
            return;
        }
        List<String> here = entry.layers().stream()
                .filter(pair -> pair.left() != null)
                .map(pair -> pair.left().node().path())
                .filter(path ->
                        document.workspace().document().graph().find(path).isPresent())
                .toList();
        if (!here.isEmpty()) {
            document.workspace().select(here);
        }
    }
}
