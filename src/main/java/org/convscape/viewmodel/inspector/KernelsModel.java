package org.convscape.viewmodel.inspector;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.graph.Node;
import org.convscape.maps.ColourMap;
import org.convscape.maps.KernelSheet;
import org.convscape.maps.MapStatistics;
import org.convscape.op.WeightSpec;
import org.convscape.task.LatestWork;
import org.convscape.tensor.Tensor;
import org.convscape.viewmodel.workspace.Workspace;
import org.convscape.weights.WeightStore;

/**
 * The arrays of the one layer that is selected: their figures and a picture of the kernels, worked out beside the
 * screen. Another input or page of the same kernels is drawn from the array that is at hand.
 */
public final class KernelsModel {
    /** Arrays of more numbers are not looked at: reading or drawing them takes too long for a click. */
    static final long MOST_NUMBERS = 1L << 24;

    /** How many kernels are shown at once: as many as eight rows hold. */
    public static final int PAGE = 64;

    private static final int WIDTH = 288;

    /** All that the picture hangs on but which part of it is shown. */
    private record Subject(String origin, List<WeightSpec> specs, WeightStore store) {}

    private record Read(
            Map<String, MapStatistics> statistics, Set<String> large, WeightSpec kernelSpec, Tensor kernel) {}

    private final Workspace workspace;
    private final BiFunction<Document, Analysis, WeightStore> store;
    private final LatestWork beside;
    private final ReadOnlyObjectWrapper<Kernels> kernels = new ReadOnlyObjectWrapper<>(this, "kernels", Kernels.NONE);
    private Subject subject;
    private Read read;
    private int input;
    private int first;

    /**
     * Follows a workspace.
     *
     * @param store the weights for a state of the document
     * @param storeChanges what changes when other weights are used
     */
    public KernelsModel(
            Workspace workspace,
            BiFunction<Document, Analysis, WeightStore> store,
            Observable storeChanges,
            LatestWork beside) {
        this.workspace = workspace;
        this.store = store;
        this.beside = beside;
        workspace.documentProperty().addListener(observable -> refresh());
        workspace.selectionProperty().addListener(observable -> refresh());
        storeChanges.addListener(observable -> refresh());
        refresh();
    }

    private void refresh() {
        Subject wanted = wanted().orElse(null);
        if (wanted == null || !wanted.equals(subject)) {
            boolean same = wanted != null && subject != null && wanted.specs().equals(subject.specs());
            subject = wanted;
            read = null;
            input = same ? input : 0;
            first = same ? first : 0;
            if (wanted == null) {
                beside.cancel();
                kernels.set(Kernels.NONE);
            } else {
                beside.start(() -> read(wanted), (found, failure) -> show(failure == null ? found : null));
            }
        }
    }

    private Optional<Subject> wanted() {
        if (workspace.selection().size() != 1) {
            return Optional.empty();
        }
        String path = workspace.selection().iterator().next();
        Analysis analysis = workspace.analysis();
        Optional<Node> node = analysis.graph().find(path);
        List<WeightSpec> specs =
                node.map(found -> analysis.node(path).weights()).orElse(List.of());
        return specs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Subject(node.get().origin(), specs, store.apply(workspace.document(), analysis)));
    }

    private static Read read(Subject wanted) {
        Map<String, MapStatistics> statistics = new HashMap<>();
        Set<String> large = new HashSet<>();
        WeightSpec kernelSpec = null;
        Tensor kernel = null;
        for (WeightSpec spec : wanted.specs()) {
            if (spec.elements() > MOST_NUMBERS) {
                large.add(spec.name());
                continue;
            }
            Tensor values = wanted.store().get(wanted.origin(), spec);
            statistics.put(spec.name(), MapStatistics.of(values));
            if (spec.role() == WeightSpec.Role.KERNEL) {
                kernelSpec = spec;
                kernel = values;
            }
        }
        return new Read(statistics, large, kernelSpec, kernel);
    }

    /** A file that cannot be read any more is reported where it is used for a run: here there is nothing to see. */
    private void show(Read found) {
        read = found;
        draw();
    }

    private void draw() {
        if (read == null) {
            kernels.set(Kernels.NONE);
            return;
        }
        kernels.set(new Kernels(
                read.statistics(),
                read.large(),
                Optional.ofNullable(read.kernel()).map(this::sheet)));
    }

    private Kernels.Sheet sheet(Tensor kernel) {
        KernelSheet.Layout layout = KernelSheet.Layout.of(
                read.kernelSpec().dimensions(), read.kernelSpec().fanIn());
        return new Kernels.Sheet(
                layout, KernelSheet.of(kernel, layout, input, first, PAGE, WIDTH, ColourMap.RED_BLUE), input);
    }

    /** Shows the weights for another input, counted from 0; what is beyond the last shows the last. */
    public void chooseInput(int wanted) {
        kernels.get().picture().ifPresent(sheet -> {
            int within = Math.max(0, Math.min(sheet.layout().choices() - 1, wanted));
            if (within != input) {
                input = within;
                draw();
            }
        });
    }

    /** Shows kernels so many pages further on, if there are any. */
    public void turnPage(int by) {
        kernels.get().picture().ifPresent(sheet -> {
            int wanted = first + by * PAGE;
            if (wanted >= 0 && wanted < sheet.layout().tiles()) {
                first = wanted;
                draw();
            }
        });
    }

    /** What there is to see of the selection; never null. */
    public ReadOnlyObjectProperty<Kernels> kernelsProperty() {
        return kernels.getReadOnlyProperty();
    }
}
