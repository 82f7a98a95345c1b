package org.convscape.viewmodel.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type, and what they mean by it. */
class FinderModelTest {
    private final Studio studio = QuietStudio.open();
    private final Actions actions = new Actions(studio::say);
    private final FinderModel finder = new FinderModel(studio, new PaletteModel(studio), actions);

    @AfterEach
    void close() {
        studio.close();
    }

    private List<FinderModel.Hit> found(String typed) {
        finder.searchProperty().set(typed);
        return finder.hitsProperty().get();
    }

    @ParameterizedTest
    @CsvSource({
        "convolution, Convolution",
        "conv, Convolution",
        "Convolution , Convolution",
        "separable, Separable convolution",
        "sep conv, Separable convolution",
        "depthwise, Depthwise convolution",
        "dwc, Depthwise convolution",
        "relu, ReLU",
        "relu6, ReLU6",
        "batch, Batch normalisation",
        "batch normalization, Batch normalisation",
        "max pooling, Max pooling",
        "maxpool, Max pooling",
        "average pool, Average pooling",
        "global, Global average pooling",
        "add, Add",
        "concat, Concatenation",
        "dense, Dense",
        "bottleneck, Residual bottleneck",
        "basic, Basic residual",
        "resnext, ResNeXt",
        "res net 50, ResNet-50",
        "resnet50, ResNet-50",
        "mobilenet v2, MobileNet v2",
        "mobile-net-v2, MobileNet v2",
        "googlenet, GoogLeNet (torchvision)",
        "google net, GoogLeNet (torchvision)",
        "vgg 16, VGG-16",
        "inception v3, Inception v3",
        "inception v3 a, Inception v3 A",
        "with reduction, Inception with reduction",
        "naive, 'Inception, naive'",
        "inverted, Inverted residual"
    })
    void theFirstHitIsThePlainOne(String typed, String expected) {
        List<FinderModel.Hit> hits = found(typed);
        assertFalse(hits.isEmpty(), typed);
        assertEquals(expected, hits.get(0).label());
    }

    @Test
    void aKernelIsFoundWhicheverSignStandsBetweenItsSides() {
        List<String> typed = found("3x3").stream().map(FinderModel.Hit::label).toList();
        assertEquals(found("3×3").stream().map(FinderModel.Hit::label).toList(), typed);
        assertTrue(typed.contains("Residual bottleneck"), typed::toString);

        studio.openNetwork("resnet18");
        List<FinderModel.Hit> nodes = found("layer1 3x3").stream()
                .filter(hit -> hit.action().equals("Go to"))
                .toList();
        assertEquals(4, nodes.size(), nodes::toString);
    }

    @Test
    void whatStandsAloneSaysItsFamily() {
        assertTrue(found("xception entry").stream()
                .anyMatch(hit ->
                        hit.label().equals("Xception entry") && hit.detail().startsWith("Separable · ")));
        assertTrue(found("convolution").get(0).detail().startsWith("Layer · "));
    }

    @Test
    void whatCanBeDoneIsFoundByItsNameAndDone() {
        int[] done = {0};
        actions.add(
                Action.named("theme", "Light or dark").keys("Ctrl+Shift+L").does(() -> done[0]++),
                Action.named("undo", "Undo")
                        .unless(() -> "there is nothing to take back")
                        .does(() -> done[0]++),
                Action.named("left", "Light to the left")
                        .held(Action.Held.MOVES)
                        .does(() -> done[0]++));
        FinderModel.Hit theme = found("light").get(0);
        assertEquals("Do Light or dark Ctrl+Shift+L", theme.action() + " " + theme.label() + " " + theme.detail());
        theme.choose().run();
        assertEquals(1, done[0]);
        assertTrue(found("light").stream().noneMatch(hit -> hit.label().equals("Light to the left")), "a key moves");

        FinderModel.Hit undo = found("undo").get(0);
        assertEquals("not now: there is nothing to take back", undo.detail());
        undo.choose().run();
        assertEquals(1, done[0]);
        assertEquals(
                "Undo is not possible now: there is nothing to take back",
                studio.noticeProperty().get().sentence());
    }
}
