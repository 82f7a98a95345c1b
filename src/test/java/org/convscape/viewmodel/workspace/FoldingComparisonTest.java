package org.convscape.viewmodel.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.EngineFailure;
import org.convscape.engine.ForwardRequest;
import org.convscape.execution.DocumentWeights;
import org.convscape.image.SamplePictures;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Tensor;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldingComparisonTest {
    private final Studio studio = QuietStudio.open();
    private final OpenDocument document = studio.openNetwork("cifar-resnet20").orElseThrow();

    @AfterEach
    void close() {
        studio.close();
    }

    private String said() {
        return studio.noticeProperty().get().sentence();
    }

    @Test
    void foldingSaysWhatItSavesAndHowFarTheResultsAreApart() {
        studio.start();
        studio.pictures().chooseSample(SamplePictures.first());

        studio.fold(document, true);

        assertEquals(73 - 19, document.workspace().analysis().nodes().size());
        Matcher difference = Pattern.compile(
                        "Folded: 73 layers became 54, 271,098 numbers became [0-9,]+; on this picture the results differ by at"
                                + " most (\\S+) of the largest value")
                .matcher(said());
        assertTrue(difference.matches(), said());
        assertTrue(Double.parseDouble(difference.group(1)) < 1e-4, said());
    }

    @Test
    void whereTheResultsCannotBeComputedThatIsSaid() {
        Engine failing = new Engine() {
            @Override
            public CompletableFuture<String> warmUp() {
                return CompletableFuture.completedFuture("an engine that fails");
            }

            @Override
            public RunningJob<Activations> run(ForwardRequest request, Progress progress) {
                return new RunningJob<>(
                        CompletableFuture.failedFuture(new EngineFailure("The machine is on fire")),
                        new Cancellation());
            }

            @Override
            public void close() {}
        };
        List<String> sentences = new ArrayList<>();

        new FoldingComparison(failing, sentences::add)
                .apply(
                        document.workspace(),
                        true,
                        input -> CompletableFuture.completedFuture(Tensor.zeros(input.dimensions())),
                        DocumentWeights::of);

        assertEquals(2, sentences.size());
        assertEquals(
                sentences.get(0) + "; how far the results differ could not be found: The machine is on fire",
                sentences.get(1));
    }

    @Test
    void onlyTheSelectionIsFoldedAndUndoneAsOne() {
        var before = document.workspace().document();
        document.workspace().select("layer1/0");

        studio.fold(document, true);
        assertEquals(
                before.graph().size() - 2,
                document.workspace().document().graph().size(),
                said());
        studio.fold(document, false);
        assertEquals(before.graph(), document.workspace().document().graph());
        document.workspace().undo();
        document.workspace().undo();
        assertEquals(before, document.workspace().document());
    }

    @Test
    void whereNothingCanBeFoldedTheReasonIsSaid() {
        document.workspace().select("avgpool");

        studio.fold(document, true);

        assertTrue(said().startsWith("There is nothing to fold here"), said());
    }
}
