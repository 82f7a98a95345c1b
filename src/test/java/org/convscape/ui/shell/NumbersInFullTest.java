package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.convscape.testing.CutNumbers;
import org.convscape.testing.ScreenSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/** On every page of the drawer, at the sizes of usual screens, no number is shown with a part left out. */
class NumbersInFullTest extends StudioTest {
    private static final List<String> PAGES = List.of("maps", "cost", "problems", "why-different", "plane", "time");

    @ParameterizedTest
    @EnumSource
    void everyPageOfALargeNetwork(ScreenSize size) {
        showQuiet(size);
        openNetwork("resnet50", "layer1/0/conv2");
        everyPage(size.width() + "-resnet50");
    }

    @Test
    void everyPageOfTheLargestCounts() {
        showQuiet(ScreenSize.PROJECTOR);
        openNetwork("vgg19");
        everyPage("1280-vgg19");
    }

    private void everyPage(String of) {
        List<String> cut = new ArrayList<>();
        for (String page : PAGES) {
            clickOn("#drawer-" + page);
            settle();
            if (window.scene.getWidth() < 1300) {
                window.screenshot("numbers-" + of + "-" + page);
            }
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> CutNumbers.under(window.scene.getRoot()))
                    .forEach(number -> cut.add(page + ": " + number));
        }
        assertEquals("", String.join("\n", cut), of);
    }
}
