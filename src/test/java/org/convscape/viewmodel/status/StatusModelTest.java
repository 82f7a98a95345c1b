package org.convscape.viewmodel.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscape.document.Edit;
import org.convscape.image.SamplePictures;
import org.convscape.op.library.BatchNorm;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusModelTest {
    private final Studio studio = QuietStudio.open();
    private final StatusModel status = new StatusModel(studio);
    private final OpenDocument document = studio.openNetwork("cifar-resnet20").orElseThrow();

    @AfterEach
    void close() {
        studio.close();
    }

    private String last() {
        var entries = status.entriesProperty().get();
        return entries.get(entries.size() - 1).words();
    }

    @Test
    void aRunThatFoundOutputsAtHandSaysOfHowManyStepsItsTimeIs() {
        studio.start();
        studio.pictures().chooseSample(SamplePictures.first());
        document.run();
        assertTrue(last().matches("last run [0-9.]+ m?s"), last());

        document.workspace().apply(new Edit.SetOperation("layer3/2/bn2", new BatchNorm(2e-5, true), "epsilon"));
        document.run();
        var steps = document.runs().resultProperty().get().activations().steps();
        assertTrue(steps.done() < steps.planned(), steps::toString);
        assertTrue(
                last().matches("last run [0-9.]+ m?s: " + steps.done() + " of " + steps.planned()
                        + " steps, the rest at hand"),
                last());
    }

    @Test
    void aRunThatHadNothingToComputeNamesNoTime() {
        studio.start();
        studio.pictures().chooseSample(SamplePictures.first());
        document.run();
        document.run();
        var steps = document.runs().resultProperty().get().activations().steps();

        assertTrue(steps.done() <= 1, steps::toString);
        assertFalse(last().contains("ms"), last());
        assertTrue(last().contains("at hand"), last());
    }

    @Test
    void theSumsOfALargeNetworkAreThoseOfTheNetworkThatIsOpen() {
        studio.openNetwork("cifar-resnet1202");
        assertEquals("19.4 M params", status.entriesProperty().get().get(0).words());
        assertEquals(
                "2.83 G multiply-adds", status.entriesProperty().get().get(1).words());
    }
}
