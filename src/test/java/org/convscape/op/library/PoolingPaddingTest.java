package org.convscape.op.library;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.op.InvalidShape;
import org.convscape.op.Window;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

/** What a refused padding is told would work does, and nothing more would: for every small window there is. */
class PoolingPaddingTest {
    private static final Pattern HINT = Pattern.compile("padding of at most (\\d+),(\\d+) \\(");

    private static void pool(int width, int kernel, int stride, Padding padding, Window.Rounding rounding) {
        new MaxPool(new Size(1, kernel), new Size(1, stride), padding, rounding)
                .infer(List.of(Shape.maps(1, width, 1)));
    }

    @Test
    void theHintIsTheLargestPaddingOfEachSide() {
        int refused = 0;
        for (Window.Rounding rounding : Window.Rounding.values()) {
            for (int width = 1; width <= 5; width++) {
                for (int kernel = 1; kernel <= 4; kernel++) {
                    for (int stride = 1; stride <= 4; stride++) {
                        for (int left = 0; left <= 5; left++) {
                            for (int right = 0; right <= 5; right++) {
                                refused += check(width, kernel, stride, left, right, rounding) ? 0 : 1;
                            }
                        }
                    }
                }
            }
        }
        assertTrue(refused > 500, "the rule was met " + refused + " times");
    }

    /** True where the padding is accepted; else the hint is compared with what the rule accepts. */
    private static boolean check(int width, int kernel, int stride, int left, int right, Window.Rounding rounding) {
        try {
            pool(width, kernel, stride, Padding.of(0, left, 0, right), rounding);
            return true;
        } catch (InvalidShape e) {
            Matcher hint = HINT.matcher(e.getMessage());
            if (!hint.find()) {
                assertTrue(e.getMessage().contains("kernel reaches over"), e.getMessage());
                return false;
            }
            assertEquals("0", hint.group(1), e.getMessage());
            int most = Integer.parseInt(hint.group(2));
            for (int before = 0; before <= most; before++) {
                for (int after = 0; after <= most; after++) {
                    Padding padding = Padding.of(0, before, 0, after);
                    if (width + before + after >= kernel) {
                        assertDoesNotThrow(() -> pool(width, kernel, stride, padding, rounding), padding::toString);
                    }
                }
            }
            Padding more = Padding.of(0, most + 1, 0, most + 1);
            assertThrows(InvalidShape.class, () -> pool(width, kernel, stride, more, rounding), more::toString);
            return false;
        }
    }

    @Test
    void halfAKernelOfTwoIsOne() {
        InvalidShape refused =
                assertThrows(InvalidShape.class, () -> pool(5, 2, 2, Padding.of(0, 2, 0, 3), Window.Rounding.FLOOR));

        assertTrue(
                refused.getMessage().contains("padding of at most 0,1 (one less than the kernel)"),
                refused.getMessage());
    }
}
