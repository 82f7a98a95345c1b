package org.convscape.viewmodel.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.convscape.document.Document;
import org.convscape.io.DocumentFile;
import org.convscape.viewmodel.activity.Activities;
import org.convscape.viewmodel.activity.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes long is in the list as long as it lasts, says how far it is, and stops when it is asked to. */
class ActivitiesTest {
    @TempDir
    Path folder;

    @Test
    void oneThatCanBeStoppedIsStoppedOnceAndOneThatCannotGoesOn() {
        Activities activities = new Activities();
        List<String> stopped = new ArrayList<>();
        Activity run = activities.begin(Activity.Kind.RUN, "Running resnet18", () -> stopped.add("run"));
        Activity engine = activities.begin(Activity.Kind.ENGINE, "Loading the engine");
        assertEquals(List.of(run, engine), activities.running());
        assertEquals(Activity.UNKNOWN, run.progressProperty().get());
        run.report(Activity.share(3, 12), "conv1");
        assertEquals(0.25, run.progressProperty().get());
        assertEquals("conv1", run.messageProperty().get());
        assertEquals(Activity.UNKNOWN, Activity.share(3, 0));
        run.cancel();
        run.cancel();
        run.report(0.5, "conv2");
        assertEquals(List.of("run"), stopped);
        assertEquals("Cancelling", run.messageProperty().get(), "until it has ended");
        engine.cancel();
        assertFalse(engine.canBeCancelled() || engine.stoppingProperty().get());
        activities.end(run);
        activities.end(run);
        assertEquals(List.of(engine), activities.running());
    }

    @Test
    void anExportThatIsStoppedSaysSoAndLeavesNothing() throws Exception {
        Path file = folder.resolve("model.onnx");
        try (Studio studio = QuietStudio.open()) {
            List<String> names = new ArrayList<>();
            stopAll(studio, names);
            OpenDocument document = studio.openNetwork("resnet18").orElseThrow();
            studio.export(document, java.util.Optional.empty(), file);
            assertEquals(List.of("Exporting model.onnx"), names);
            assertEquals(
                    "Exporting model.onnx was cancelled",
                    studio.noticeProperty().get().sentence());
            assertTrue(studio.activities().running().isEmpty());
        }
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count(), "no file, and no part of one");
        }
    }

    @Test
    void aFileWhoseOpeningIsStoppedIsNotOpened() {
        Path file = folder.resolve("one.convscape");
        DocumentFile.write(Document.EMPTY, file);
        try (Studio studio = QuietStudio.open()) {
            List<String> names = new ArrayList<>();
            stopAll(studio, names);
            studio.open(file);
            assertEquals(List.of("Opening one.convscape"), names);
            assertTrue(studio.documents().isEmpty());
            assertEquals(
                    "Opening one.convscape was cancelled",
                    studio.noticeProperty().get().sentence());
        }
    }

    @Test
    void whatFailsIsOverToo() {
        try (Studio studio = QuietStudio.open()) {
            studio.open(folder.resolve("none.convscape"));
            assertTrue(studio.activities().running().isEmpty());
            assertEquals(Notice.Kind.PROBLEM, studio.noticeProperty().get().kind());
        }
    }

    private static void stopAll(Studio studio, List<String> names) {
        studio.activities().running().addListener((ListChangeListener<Activity>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(added -> {
                    names.add(added.name());
                    added.cancel();
                });
            }
        });
    }
}
