package org.convscape.benchmark;

import com.sun.javafx.scene.SceneHelper;
import com.sun.javafx.tk.TKScene;
import com.sun.javafx.tk.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.convscape.benchmark.GestureTimes.Part;
import org.convscape.document.Document;
import org.convscape.engine.PlannedEngine;
import org.convscape.graph.GroupPath;
import org.convscape.inventory.Libraries;
import org.convscape.session.Settings;
import org.convscape.task.JobRunner;
import org.convscape.ui.canvas.CanvasView;
import org.convscape.ui.control.ScreenThread;
import org.convscape.ui.shell.StageDialogs;
import org.convscape.ui.shell.StudioView;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.workspace.Workspace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one gesture holds up the screen's thread in the whole window with the CIFAR ResNet-1202 open (4,210 nodes):
 * edit, analysis, canvas, form, figures, table, status line, styling and layout of all that is on the screen. What is
 * done beside it, which is arranging a large canvas, painting and running, is not in it. It is to stay under a frame,
 * 16.7 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            // As the window's process is started.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dglass.platform=Monocle",
            "-Dmonocle.platform=Headless",
            "-Dprism.order=sw",
            "-Dprism.text=t2k",
            "-Dheadless.geometry=1600x1200-32"
        })
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 2)
public class EditBenchmark {
    private static final String BLOCK = "layer2/100";
    private static final int PAUSE = 40;

    /** How much of the network is drawn as cards. */
    public enum View {
        /** As it opens: stages collapsed. */
        COLLAPSED,
        /** One of its three stages opened: 401 blocks. */
        STAGE,
        /** Everything, some thousand cards. */
        OPEN
    }

    @Param
    private Gesture gesture;

    @Param
    private View view;

    /** The drawer that is open under the canvas, by its tab. */
    @Param({"maps"})
    private String drawer;

    private Studio studio;
    private OpenDocument document;
    private Gesture.Place place;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private boolean again;
    private long screenThread;
    private CanvasView canvas;
    private TKScene painter;
    private final GestureTimes times = new GestureTimes();

    /** Opens the window. */
    @Setup(Level.Trial)
    public void open() throws Exception {
        CompletableFuture<Void> toolkit = new CompletableFuture<>();
        Platform.startup(() -> toolkit.complete(null));
        toolkit.get(60, TimeUnit.SECONDS);
        onScreen(() -> {
            Stage stage = new Stage();
            studio = new Studio(
                    Libraries.standard(),
                    PlannedEngine.ofPlainLoops(),
                    JobRunner.threads("files", 1),
                    JobRunner.threads("raster", 1),
                    JobRunner.threads("figures", 1),
                    ScreenThread.executor());
            StudioView window = new StudioView(studio, new StageDialogs(stage, Settings.passing()));
            Scene scene = new Scene(window, 1600, 1000);
            window.install(scene);
            stage.setScene(scene);
            stage.show();
            document = studio.openNetwork("cifar-resnet1202").orElseThrow();
            Workspace workspace = document.workspace();
            for (GroupPath group : Set.copyOf(workspace.document().layout().collapsed())) {
                boolean opens =
                        view == View.OPEN || (view == View.STAGE && group.text().equals("layer2"));
                if (opens) {
                    workspace.collapse(Set.of(group), false);
                }
            }
            place = new Gesture.Place(studio, document, BLOCK);
            workspace.select(place.layer());
            ((ToggleButton) scene.lookup("#drawer-" + drawer)).fire();
            screenThread = Thread.currentThread().getId();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            canvas = (CanvasView) scene.lookup("#canvas");
            painter = SceneHelper.getPeer(scene);
            return null;
        });
        settle();
    }

    /** Closes it. */
    @TearDown(Level.Trial)
    public void close() throws Exception {
        System.out.printf("%n%s%n", times.sentence());
        onScreen(() -> {
            studio.close();
            return null;
        });
        Platform.exit();
    }

    /** Waits until the canvas is arranged and drawn, as a person would. */
    @TearDown(Level.Invocation)
    public void settle() throws Exception {
        long began = System.nanoTime();
        long longest = 0;
        while (true) {
            // Waiting for the painter, which works beside it, is not counted: only what the screen's thread does
            // itself.
            long asked = THREADS.getThreadCpuTime(screenThread);
            boolean busy = onScreen(() -> canvas.busy());
            longest = Math.max(longest, THREADS.getThreadCpuTime(screenThread) - asked);
            if (!busy) {
                break;
            }
            Thread.sleep(1);
        }
        times.add(Part.LONGEST, longest);
        times.add(Part.SETTLED, System.nanoTime() - began);
        paint();
        times.add(Part.PAINTED, System.nanoTime() - began);
        // A person looks before going on: the next gesture finds the sums worked out and the painter idle.
        Thread.sleep(PAUSE);
        paint();
    }

    private void paint() throws Exception {
        onScreen(() -> {
            Toolkit.getToolkit().firePulse();
            painter.waitForRenderingToComplete();
            return null;
        });
    }

    /** One gesture, until the window is handed over to be painted. */
    @Benchmark
    public Document gesture() throws Exception {
        return onScreen(() -> {
            again = !again;
            long began = THREADS.getCurrentThreadCpuTime();
            gesture.act(place, again);
            // A whole pulse: what has changed is styled, laid out and handed to the renderer, which works beside it.
            Toolkit.getToolkit().firePulse();
            times.add(Part.SCREEN, THREADS.getCurrentThreadCpuTime() - began);
            return document.workspace().document();
        });
    }

    private static <T> T onScreen(Callable<T> work) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(60, TimeUnit.SECONDS);
    }
}
