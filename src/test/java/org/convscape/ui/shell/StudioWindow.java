package org.convscape.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.convscape.block.BlockLibrary;
import org.convscape.engine.nd4j.Engines;
import org.convscape.image.SamplePictures;
import org.convscape.op.library.OpLibrary;
import org.convscape.task.JobRunner;
import org.convscape.testing.Negate;
import org.convscape.testing.Screenshots;
import org.convscape.ui.control.ScreenThread;
import org.convscape.viewmodel.Inventory;
import org.convscape.viewmodel.Libraries;
import org.convscape.viewmodel.Studio;
import org.convscape.zoo.NetworkLibrary;
import org.testfx.util.WaitForAsyncUtils;

/** One window on the true engine for all tests of a class, with an operation of the tests in its libraries. */
final class StudioWindow {
    private static StudioWindow only;

    final Studio studio;
    final StudioView view;
    final Scene scene;
    final Answers answers = new Answers();

    /** What a person would answer in the windows that ask. */
    static final class Answers implements Dialogs {
        Path file;
        Unsaved unsaved = Unsaved.CANCEL;
        int asked;

        @Override
        public Optional<Path> documentToOpen() {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> documentToSave(String name) {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> exportTo(String name) {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> pictureToOpen() {
            return Optional.ofNullable(file);
        }

        @Override
        public Unsaved unsavedChanges(String title) {
            asked++;
            return unsaved;
        }
    }

    private StudioWindow() {
        Libraries libraries = new Libraries(
                new Inventory(OpLibrary.standard().with(Negate.TYPE), BlockLibrary.standard()),
                NetworkLibrary.standard());
        studio = new Studio(
                libraries,
                Engines.nd4j(),
                JobRunner.threads("files", 1),
                JobRunner.threads("raster", 1),
                JobRunner.threads("figures", 1),
                ScreenThread.executor());
        view = new StudioView(studio, answers);
        scene = new Scene(view, 1600, 1000);
        view.install(scene);
        studio.pictures().chooseSample(SamplePictures.first());
        studio.start();
    }

    /** The window, made by the first test that shows it. */
    static StudioWindow shownOn(Stage stage) {
        if (only == null) {
            only = new StudioWindow();
        }
        stage.setScene(only.scene);
        stage.show();
        stage.requestFocus();
        return only;
    }

    /** Waits until something has come about on the screen, and is drawn. */
    static void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> {
                CompletableFuture<Boolean> answer = new CompletableFuture<>();
                ScreenThread.executor().execute(() -> answer.complete(condition.getAsBoolean()));
                return answer.get(20, TimeUnit.SECONDS);
            });
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain: " + what, e);
        }
        Screenshots.settle(only.scene);
    }

    /** Leaves a picture of the window under {@code target/screenshots}. */
    void screenshot(String name) {
        Screenshots.take(scene, name);
    }
}
