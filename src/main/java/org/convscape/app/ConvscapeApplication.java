package org.convscape.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.convscape.engine.Engine;
import org.convscape.image.SamplePictures;
import org.convscape.inventory.Libraries;
import org.convscape.io.FileFailure;
import org.convscape.io.PathText;
import org.convscape.session.Settings;
import org.convscape.start.Started;
import org.convscape.task.JobRunner;
import org.convscape.task.Later;
import org.convscape.ui.control.ScreenThread;
import org.convscape.ui.control.Theme;
import org.convscape.ui.shell.Memory;
import org.convscape.ui.shell.StageDialogs;
import org.convscape.ui.shell.StudioView;
import org.convscape.ui.shell.WindowPlacement;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.picture.PictureModel;
import org.convscape.viewmodel.session.SessionModel;
import org.convscape.viewmodel.workspace.RunModel;

/** The window's life: shows it first, then loads the engine in the background and runs the first look. */
public final class ConvscapeApplication extends Application {
    private static final String FIRST_LOOK = "first-look";
    /** Selected at the start, so that all of its maps are seen at once. */
    private static final String FIRST_LAYER = "bottleneck/spatial";
    /** After the first maps: until then a person looks, and the processor is needed for what they look at. */
    private static final Duration LEISURE = Duration.ofSeconds(3);

    private static final Duration LONGEST_STILL = Duration.ofSeconds(10);

    private final CrashReports crashes = new CrashReports(StateFolder.logs());
    private final List<String> unreported = new ArrayList<>();
    private final JobRunner remembering = JobRunner.threads("settings", 1);
    private final Settings settings =
            new Settings(StateFolder.here().resolve("settings.json"), Later.clock(), remembering, this::report);
    private final Memory memory = new Memory(settings);

    private final Ahead ahead = Window.ahead();
    private final Engine engine = ahead.engine();
    private SessionModel session;
    private Studio studio;
    private StudioView view;

    @Override
    public void start(Stage stage) {
        Milestones.reached("toolkit started");
        Thread.setDefaultUncaughtExceptionHandler(crashes);
        Thread.currentThread().setUncaughtExceptionHandler(crashes);
        FormerPreferences.takeOver(settings);
        Theme theme = memory.theme();
        // The size is that of the window as soon as there is one. Without any, the first picture that is taken of
        // a node (as when it is dragged) would give the page the size it likes best.
        Scene scene = new Scene(new StackPane(), 1280, 720);
        // The ground of the panels, so that nothing flashes before the style sheets are read.
        scene.setFill(theme.ground());
        scene.getRoot().setStyle("-fx-background-color: transparent");
        stage.setScene(scene);
        stage.setTitle("Convscape");
        icons(stage);
        new WindowPlacement(stage, settings);
        stage.show();
        afterFrame(() -> {
            Milestones.reached("window visible");
            fill(stage, scene);
        });
    }

    /** Work that would delay what is seen waits until it has been seen. */
    private static void afterFrame(Runnable work) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    stop();
                    work.run();
                }
            }
        }.start();
    }

    private void fill(Stage stage, Scene scene) {
        studio = new Studio(
                Libraries.standard(),
                engine,
                JobRunner.threads("files", 1),
                JobRunner.threads("raster", 2),
                JobRunner.threads("figures", 1),
                ScreenThread.executor());
        crashes.tell(this::report);
        studio.engineStatusProperty().addListener(observable -> Milestones.reached("engine ready"));
        studio.start();
        studio.files().recent().keepIn(settings);
        studio.pictures().chooseSample(SamplePictures.first());
        OpenDocument first = studio.openNetwork(FIRST_LOOK).orElseGet(studio::openNew);
        if (first.workspace().document().graph().find(FIRST_LAYER).isPresent()) {
            first.workspace().select(FIRST_LAYER);
        }
        first.runs().stateProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(
                    ObservableValue<? extends RunModel.State> state, RunModel.State before, RunModel.State now) {
                if (now != RunModel.State.RUNNING) {
                    state.removeListener(this);
                    Milestones.reached("first maps");
                    Later.clock().after(LEISURE, () -> Started.atLeisure(StateFolder.caches()));
                }
            }
        });
        view = new StudioView(studio, new StageDialogs(stage, settings));
        memory.keep(studio, view);
        if (ahead.letLookUp()) {
            awaitEngine();
        }
        // After what the engine and the picture have sent to this thread: the first run then computes beside the first
        // full frame, which takes longest.
        afterFrame(() -> show(stage, scene));
    }

    private void show(Stage stage, Scene scene) {
        view.install(scene);
        scene.setRoot(view);
        stage.titleProperty().bind(view.titleProperty());
        stage.setOnCloseRequest(event -> {
            event.consume();
            view.closeAll(Platform::exit);
        });
        afterFrame(this::begin);
    }

    /**
     * Does nothing until the engine has looked up its names, which takes a tenth of a second: filling the window and
     * drawing it load libraries, so this thread must stand still meanwhile, and then nobody loads any. Where the
     * engine's libraries are not loaded yet, as when they have to be unpacked first, a person gets a window instead.
     */
    private void awaitEngine() {
        try {
            engine.warmUp().get(LONGEST_STILL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The studio says why there is no engine; one that is only slow has had the most that a person waits.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        Milestones.reached("window complete");
        whenPictureIsRead(() -> ahead.quiet().complete(null));
        view.focusCanvas();
        unreported.forEach(studio::report);
        session = new SessionModel(studio, StateFolder.here(), JobRunner.threads("journal", 1), Later.clock());
        view.offer(session);
        session.start();
        studio.files().watch(Later.clock());
        getParameters().getUnnamed().forEach(file -> open(view, file));
    }

    private void whenPictureIsRead(Runnable then) {
        PictureModel pictures = studio.pictures();
        if (pictures.pictureProperty().get() != null
                || !pictures.failureProperty().get().isEmpty()) {
            then.run();
        } else {
            pictures.pictureProperty().addListener(observable -> then.run());
            pictures.failureProperty().addListener(observable -> then.run());
        }
    }

    private void open(StudioView view, String file) {
        Path path;
        try {
            path = PathText.of(file);
        } catch (FileFailure e) {
            studio.report(e.getMessage());
            return;
        }
        view.open(path);
    }

    private static void icons(Stage stage) {
        for (int side : new int[] {32, 64, 128}) {
            var stream = ConvscapeApplication.class.getResourceAsStream("/org/convscape/assets/icon-" + side + ".png");
            if (stream != null) {
                stage.getIcons().add(new Image(stream));
            }
        }
    }

    /** Says what went wrong, as soon as there is a window to say it in; from any thread. */
    private void report(String sentence) {
        ScreenThread.executor().execute(() -> {
            if (view == null) {
                unreported.add(sentence);
            } else {
                studio.report(sentence);
            }
        });
    }

    @Override
    public void stop() {
        ahead.close();
        if (session != null) {
            session.close();
        }
        if (view != null) {
            view.close();
        }
        if (studio != null) {
            studio.close();
        } else {
            engine.close();
        }
        settings.close();
        remembering.close();
    }
}
