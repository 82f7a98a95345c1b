package org.convscape.ui.canvas;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.convscape.analysis.Convention;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.op.library.OpLibrary;
import org.convscape.task.JobRunner;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.convscape.ui.control.ScreenThread;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.Inventory;
import org.convscape.viewmodel.RunModel;
import org.convscape.viewmodel.Workspace;
import org.convscape.viewmodel.canvas.CanvasModel;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.testfx.util.WaitForAsyncUtils;

/** A window that holds nothing but one canvas. */
final class CanvasStage {
    final Workspace workspace;
    final CanvasModel model;
    final CanvasView canvas;
    final Scene scene;

    CanvasStage(Stage stage, Document document, Theme theme, double width, double height) {
        workspace = new Workspace(document);
        RunModel runs = new RunModel(new NoEngine(), ScreenThread.executor());
        model = new CanvasModel(
                workspace,
                runs,
                new SimpleObjectProperty<>(Convention.MACS),
                new Inventory(OpLibrary.standard(), BlockLibrary.standard()),
                ScreenThread.executor(),
                JobRunner.calling());
        canvas = new CanvasView(model);
        scene = new Scene(new StackPane(canvas), width, height);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        canvas.requestFocus();
    }

    /** A network of the catalogue as a document. */
    static Document network(String id) {
        Model network = Catalogue.standard().require(id);
        return Document.of(
                id, network.build(network.defaultInput(), network.schema().defaults()));
    }

    /** Leaves a picture of the window under {@code target/screenshots}. */
    void screenshot(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            File file = new File("target/screenshots/" + name + ".png");
            file.getParentFile().mkdirs();
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
    }

    /** An engine that is never asked. */
    private static final class NoEngine implements Engine {
        @Override
        public CompletableFuture<String> warmUp() {
            return CompletableFuture.completedFuture("none");
        }

        @Override
        public RunningJob<Activations> run(ForwardRequest request, Progress progress) {
            throw new IllegalStateException("Nothing runs here");
        }

        @Override
        public void close() {}
    }
}
