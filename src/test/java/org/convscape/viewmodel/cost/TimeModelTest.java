package org.convscape.viewmodel.cost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.execution.DocumentWeights;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.task.JobRunner;
import org.convscape.tensor.Shape;
import org.convscape.timing.Repetitions;
import org.convscape.timing.Roofline;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.workspace.Workspace;
import org.convscape.weights.WeightStore;
import org.junit.jupiter.api.Test;

class TimeModelTest {
    private final Studio studio = QuietStudio.open();
    private final TimeModel model =
            new TimeModel(studio, JobRunner.calling(), new Repetitions(2, 1, 0), new Roofline(10, 5));

    private void open() {
        GraphBuilder graph = new GraphBuilder();
        graph.add("relu", new Relu(), graph.add("in", Input.of(Shape.maps(4, 4, 5))));
        studio.open(Document.of("small", graph.build()));
    }

    @Test
    void theCurrentDocumentIsTimedWhateverItsInput() {
        open();
        model.start();

        assertEquals("", model.messageProperty().get());
        assertFalse(model.runningProperty().get());
        assertEquals("small", model.resultProperty().get().title());
        assertEquals(2, model.resultProperty().get().table().timing().total().count());
        assertEquals(10, model.resultProperty().get().table().roofline().multiplyAdds());
    }

    @Test
    void foldedLayersAreTimedWithTheWeightsTheyHaveInARun() {
        GraphBuilder graph = new GraphBuilder();
        String conv = graph.add(
                "conv", Conv2d.of(4, 3, 1, Padding.SAME, false), graph.add("in", Input.of(Shape.maps(4, 4, 5))));
        graph.add("norm", BatchNorm.of(0.001), conv);
        OpenDocument document = studio.open(Document.of("folded", graph.build()));
        studio.fold(document, true);
        Document folded = document.workspace().document();
        assertEquals(Set.of("conv"), folded.folds().keySet());

        Analysis analysis = document.workspace().analysis();
        WeightStore timed = TimeModel.request(document.weights().store(folded, analysis), analysis, Map.of())
                .weights();
        WeightStore run = DocumentWeights.of(folded, analysis);
        String origin = folded.graph().node("conv").origin();
        for (WeightSpec spec : analysis.node("conv").weights()) {
            assertArrayEquals(
                    run.get(origin, spec).values(), timed.get(origin, spec).values());
        }
        model.start();
        assertEquals("", model.messageProperty().get());
    }

    @Test
    void progressSaysOfHowManyRuns() {
        assertEquals("Measuring, run 7 of 30", TimeModel.progress(6, 30, "measuring"));
        assertEquals("Measuring, run 30 of 30", TimeModel.progress(29, 30, "measuring"));
        assertEquals(
                "Warming up, run 3", TimeModel.progress(2, 3, "warming up"), "until times settle: nobody knows when");
        assertEquals(
                "The machine's roofline: 2 threads, run 1 of 4",
                TimeModel.progress(0, 4, "the machine's roofline: 2 threads"));
    }

    @Test
    void whatCannotRunIsNotTimedAndTheReasonIsSaid() {
        studio.openNew();
        model.start();

        assertNull(model.resultProperty().get());
        assertTrue(model.messageProperty().get().startsWith("Cannot be timed yet. "));
    }

    @Test
    void aRowSelectsItsLayerOnlyInTheDocumentThatWasTimed() {
        open();
        model.start();
        var row = model.resultProperty().get().table().rows().get(1);
        Workspace timed = studio.focusedProperty().get().workspace();
        studio.openNew();
        model.goTo(row);
        assertEquals(Set.of(), timed.selection());

        studio.focusedProperty().set(studio.documents().get(0));
        model.goTo(row);
        assertEquals(Set.of("relu"), timed.selection());
    }

    @Test
    void cancellingLeavesNoResultAndSaysSo() {
        JobRunner later = JobRunner.threads("timing", 1);
        TimeModel slow = new TimeModel(studio, later, new Repetitions(100_000_000, 0, 0), new Roofline(10, 5));
        open();
        slow.start();
        assertTrue(slow.runningProperty().get());
        slow.cancel();
        long end = System.nanoTime() + 20_000_000_000L;
        while (slow.runningProperty().get() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        later.close();

        assertEquals("Timing was cancelled", slow.messageProperty().get());
        assertNull(slow.resultProperty().get());
    }
}
