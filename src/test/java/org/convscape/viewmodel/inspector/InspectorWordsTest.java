package org.convscape.viewmodel.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.convscape.block.Activation;
import org.convscape.graph.GroupPath;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.inspector.InspectorContent.Share;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectorWordsTest {
    private final Studio studio = QuietStudio.open();

    @AfterEach
    void close() {
        studio.close();
    }

    private static InspectorContent content(OpenDocument document, String... selected) {
        document.workspace().select(selected);
        return document.inspector().contentProperty().get();
    }

    @Test
    void whatIsSelectedTogetherIsCountedByWhatItIs() {
        OpenDocument resnet = studio.openNetwork("resnet18").orElseThrow();
        assertEquals("2 layers", content(resnet, "conv1", "bn1").title());
        assertEquals("1 layer and 1 block", content(resnet, "conv1", "layer1/0").title());
        assertEquals(
                "2 layers, 2 blocks and 1 group",
                content(resnet, "conv1", "bn1", "layer1/0", "layer1/1", "layer2")
                        .title());
    }

    @Test
    void aBlockThatIsCalledByANumberSaysWhatItNumbers() {
        OpenDocument resnet = studio.openNetwork("resnet18").orElseThrow();
        assertEquals("layer1/0", content(resnet, "layer1/0").title());
        assertEquals("layer2", content(resnet, "layer2").title());
        assertEquals("features/3/0", GroupPath.tellingName("net/features/3/0"));
        assertEquals("0/1", GroupPath.tellingName("0/1"));
    }

    @Test
    void theTitleIsThatOfTheFileOnceThereIsOne() {
        OpenDocument document = studio.openNew();
        assertEquals(document.title(), content(document).title());
        document.workspace().fileProperty().set(Path.of("my net.convscape"));
        assertEquals("my net", content(document).title());
    }

    @Test
    void sharesOfLayersThatAreCalledAlikeNameTheirBranch() {
        OpenDocument inception = studio.openNetwork("googlenet").orElseThrow();

        List<Share> shares = content(inception, "inception3a").shares();
        List<String> labels = shares.stream().map(Share::label).toList();
        assertTrue(labels.size() > 5, labels::toString);
        assertEquals(labels.size(), labels.stream().distinct().count(), labels::toString);
    }

    @Test
    void anActivationIsWrittenAsItsLayerIs() {
        assertEquals("ReLU", ChoiceLabels.of(Activation.RELU));
        assertEquals("ReLU6", ChoiceLabels.of(Activation.RELU6));
        assertEquals("None", ChoiceLabels.of(Activation.NONE));
    }
}
