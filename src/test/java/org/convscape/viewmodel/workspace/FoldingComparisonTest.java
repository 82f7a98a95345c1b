package org.convscape.viewmodel.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.image.SamplePictures;
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
