package org.convscape.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.convscape.block.BlockLibrary;
import org.convscape.engine.Engine;
import org.convscape.image.SamplePictures;
import org.convscape.inventory.Inventory;
import org.convscape.inventory.Libraries;
import org.convscape.op.library.OpLibrary;
import org.convscape.task.JobRunner;
import org.convscape.testing.Negate;
import org.convscape.testing.ScreenSize;
import org.convscape.testing.Screenshots;
import org.convscape.ui.control.ScreenThread;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.window.Dialogs;
import org.convscape.zoo.NetworkLibrary;

/** The whole window with everything behind it, and with an operation of the tests in its libraries. */
final class StudioWindow implements AutoCloseable {
    final Studio studio;
    final StudioView view;
    final Scene scene;
    final Answers answers = new Answers();

    /** Set by who shows the scene. */
    Stage stage;

    /** What a person would answer in the windows that ask. */
    static final class Answers implements Dialogs {
        Path file;
        Optional<Set<Integer>> unsaved = Optional.empty();
        boolean over;
        boolean part;
        /** The true windows for the questions that need no file chooser; null to answer by the fields above. */
        Dialogs windows;

        int asked;

        @Override
        public Optional<Path> documentToOpen() {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> documentToSave(String name, Optional<Path> folder) {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Export> exportTo(String name) {
            return Optional.ofNullable(file).map(to -> new Export(to, Optional.empty()));
        }

        @Override
        public Optional<Path> weightsToOpen() {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> labelsToOpen() {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> weightsFolder() {
            return Optional.ofNullable(file);
        }

        @Override
        public boolean takeAnyway(String sentence, String objection) {
            asked++;
            return windows == null ? part : windows.takeAnyway(sentence, objection);
        }

        @Override
        public boolean takePart(String sentence, List<String> gaps) {
            asked++;
            return windows == null ? part : windows.takePart(sentence, gaps);
        }

        @Override
        public Optional<Path> pictureToOpen() {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Set<Integer>> documentsToKeep(List<String> titles) {
            asked++;
            return windows == null ? unsaved : windows.documentsToKeep(titles);
        }

        @Override
        public boolean writeOver(Path file) {
            asked++;
            return windows == null ? over : windows.writeOver(file);
        }
    }

    /** A window on an engine, which it closes; on the screen's thread. */
    StudioWindow(Engine engine, ScreenSize size) {
        Libraries libraries = new Libraries(
                new Inventory(OpLibrary.standard().with(Negate.TYPE), BlockLibrary.standard()),
                NetworkLibrary.standard());
        studio = new Studio(
                libraries,
                engine,
                JobRunner.threads("files", 1),
                JobRunner.threads("raster", 1),
                JobRunner.threads("figures", 1),
                ScreenThread.executor());
        view = new StudioView(studio, answers);
        scene = new Scene(view, size.width(), size.height());
        view.install(scene);
    }

    /** Leaves a picture of the window under {@code target/screenshots}. */
    void screenshot(String name) {
        Screenshots.take(scene, name);
    }

    /** Loads the engine and a picture, as the program does when it starts. */
    void begin() {
        studio.pictures().chooseSample(SamplePictures.first());
        studio.start();
    }

    /** Ends everything that the window has begun; on the screen's thread, as when the program ends. */
    @Override
    public void close() {
        view.close();
        studio.close();
    }
}
