package org.convscape.ui.canvas;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.convscape.analysis.Convention;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.document.Point;
import org.convscape.inventory.Inventory;
import org.convscape.layout.Box;
import org.convscape.op.library.OpLibrary;
import org.convscape.task.JobRunner;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Screenshots;
import org.convscape.ui.control.ScreenThread;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.canvas.CanvasModel;
import org.convscape.viewmodel.canvas.Training;
import org.convscape.viewmodel.window.CanvasActions;
import org.convscape.viewmodel.workspace.RunModel;
import org.convscape.viewmodel.workspace.Workspace;
import org.convscape.weights.SeededWeights;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.testfx.util.WaitForAsyncUtils;

/** A window that holds nothing but one canvas. */
final class CanvasStage {
    final Workspace workspace;
    final CanvasModel model;
    final CanvasView canvas;
    final Scene scene;

    /** Shows a document in a window of that size; on the screen's thread. */
    CanvasStage(Consumer<Scene> show, Document document, Theme theme, double width, double height) {
        workspace = new Workspace(document);
        RunModel runs = new RunModel(new PlainEngine(), ScreenThread.executor());
        model = new CanvasModel(
                workspace,
                runs,
                new SimpleObjectProperty<>(Convention.MACS),
                new Inventory(OpLibrary.standard(), BlockLibrary.standard()),
                ScreenThread.executor(),
                JobRunner.calling(),
                Training.NONE);
        Actions actions = new Actions(workspace::say);
        CanvasActions.addTo(actions, new SimpleObjectProperty<>(model));
        canvas = new CanvasView(model, actions);
        scene = new Scene(new StackPane(canvas), width, height);
        theme.dress(scene);
        show.accept(scene);
        canvas.requestFocus();
    }

    /** A network of the catalogue as a document. */
    static Document network(String id, Shape input) {
        Model network = Catalogue.standard().require(id);
        return Document.of(id, network.build(input, network.schema().defaults()));
    }

    /** Leaves a picture of the window under {@code target/screenshots}. */
    void screenshot(String name) {
        Screenshots.take(scene, name);
    }

    /** Runs the network on a picture of rings and stripes. */
    void run() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.runs()
                .run(
                        workspace.analysis(),
                        input -> CompletableFuture.completedFuture(rings(input)),
                        new SeededWeights(1)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Tensor rings(Shape shape) {
        float[] values = new float[(int) shape.elements()];
        for (int i = 0; i < values.length; i++) {
            int channel = i % shape.channels();
            int column = i / shape.channels() % shape.width();
            int row = i / shape.channels() / shape.width();
            double radius = Math.hypot(column - shape.width() * 0.6, row - shape.height() * 0.4);
            values[i] = (float) (Math.sin(radius / (3 + channel)) + (double) column / shape.width());
        }
        return Tensor.of(shape, values);
    }

    /** Where a point of a card lies on the canvas view, as shares of its width and height. */
    Point2D on(String path, double x, double y) {
        Box box = model.scene().box(path).orElseThrow();
        return canvas.toScreen(new Point(box.x() + x * box.width(), box.y() + y * box.height()));
    }
}
