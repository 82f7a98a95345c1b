package org.convscape.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.convscape.attribute.Padding;
import org.convscape.attribute.PaddingKind;
import org.convscape.attribute.Size;
import org.convscape.op.Window.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    /** Along one axis; padding is written before/after; the last columns are output, before, after and overhang. */
    @ParameterizedTest(name = "{0} pixels, kernel {1} / {2}, padding {3}, dilation {4}, {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # input | kernel | stride | padding | dilation | rounding | output | before | after | overhang
                    224     | 7      | 2      | 3,3     | 1        | floor    | 112    | 3      | 3     | 0
                    224     | 7      | 2      | same    | 1        | floor    | 112    | 2      | 3     | 0
                    229     | 7      | 2      | same    | 1        | floor    | 115    | 3      | 3     | 0
                    299     | 3      | 2      | 0,0     | 1        | floor    | 149    | 0      | 0     | 0
                    299     | 3      | 2      | same    | 1        | floor    | 150    | 1      | 1     | 0
                    150     | 3      | 2      | same    | 1        | floor    | 75     | 0      | 1     | 0
                    224     | 3      | 2      | same    | 1        | floor    | 112    | 0      | 1     | 0
                    56      | 3      | 1      | same    | 1        | floor    | 56     | 1      | 1     | 0
                    56      | 2      | 1      | same    | 1        | floor    | 56     | 0      | 1     | 0
                    56      | 4      | 1      | same    | 1        | floor    | 56     | 1      | 2     | 0
                    7       | 1      | 2      | same    | 1        | floor    | 4      | 0      | 0     | 0
                    8       | 1      | 2      | same    | 1        | floor    | 4      | 0      | 0     | 0
                    7       | 1      | 3      | 0,0     | 1        | floor    | 3      | 0      | 0     | 0
                    1       | 3      | 1      | same    | 1        | floor    | 1      | 1      | 1     | 0
                    1       | 7      | 2      | same    | 1        | floor    | 1      | 3      | 3     | 0
                    2       | 3      | 2      | same    | 1        | floor    | 1      | 0      | 1     | 0
                    5       | 3      | 1      | same    | 2        | floor    | 5      | 2      | 2     | 0
                    6       | 3      | 2      | same    | 2        | floor    | 3      | 1      | 2     | 0
                    10      | 3      | 1      | 0,0     | 3        | floor    | 4      | 0      | 0     | 0
                    7       | 3      | 1      | 0,0     | 3        | floor    | 1      | 0      | 0     | 0
                    10      | 2      | 2      | 1,0     | 4        | floor    | 4      | 1      | 0     | 0
                    112     | 3      | 2      | 0,0     | 1        | floor    | 55     | 0      | 0     | 0
                    112     | 3      | 2      | 0,0     | 1        | ceil     | 56     | 0      | 0     | 1
                    113     | 3      | 2      | 0,0     | 1        | ceil     | 56     | 0      | 0     | 0
                    28      | 3      | 1      | 1,1     | 1        | ceil     | 28     | 1      | 1     | 0
                    # the extra window would start in the padding behind the picture, so that there is none
                    3       | 1      | 2      | 1,1     | 1        | floor    | 3      | 1      | 1     | 0
                    3       | 1      | 2      | 1,1     | 1        | ceil     | 2      | 1      | 1     | 0
                    2       | 2      | 3      | 1,1     | 1        | ceil     | 1      | 1      | 1     | 0
                    4       | 2      | 3      | 1,1     | 1        | ceil     | 2      | 1      | 1     | 0
                    3       | 2      | 3      | 1,1     | 1        | ceil     | 2      | 1      | 1     | 0
                    5       | 2      | 4      | 0,0     | 1        | ceil     | 2      | 0      | 0     | 1
                    6       | 2      | 4      | 0,0     | 1        | ceil     | 2      | 0      | 0     | 0
                    4       | 2      | 4      | 0,0     | 1        | ceil     | 1      | 0      | 0     | 0
                    # uneven margins, a kernel as large as the input, a kernel that fits only with its padding
                    224     | 3      | 2      | 0,1     | 1        | floor    | 112    | 0      | 1     | 0
                    224     | 3      | 2      | 1,0     | 1        | floor    | 112    | 1      | 0     | 0
                    4       | 3      | 1      | 2,0     | 1        | floor    | 4      | 2      | 0     | 0
                    7       | 7      | 1      | 0,0     | 1        | floor    | 1      | 0      | 0     | 0
                    1       | 9      | 1      | 4,4     | 1        | floor    | 1      | 4      | 4     | 0
                    3       | 1      | 255    | 0,0     | 1        | floor    | 1      | 0      | 0     | 0
                    """)
    void sizesAndPaddingsAreThoseWorkedOutByHand(
            int input,
            int kernel,
            int stride,
            String padding,
            int dilation,
            String rounding,
            int output,
            int before,
            int after,
            int overhang) {
        Padding vertical = padding.equals("same")
                ? Padding.SAME
                : Padding.of(Integer.parseInt(padding.substring(0, 1)), 0, Integer.parseInt(padding.substring(2)), 0);
        Window down = new Window(
                new Size(kernel, 1),
                new Size(stride, 1),
                vertical,
                new Size(dilation, 1),
                Rounding.valueOf(rounding.toUpperCase(java.util.Locale.ROOT)));

        Placement placement = down.over(input, 5);

        assertEquals(new Size(output, 5), placement.output());
        assertEquals(before, placement.top());
        assertEquals(after, placement.bottom());
        assertEquals(overhang, placement.overhangBottom());
        assertEquals(0, placement.overhangRight() + placement.left() + placement.right());
    }

    @Test
    void aKernelLargerThanThePictureIsRefusedWithWhatWouldFit() {
        Window window = Window.of(Size.square(7), Size.square(1), Padding.of(1));

        assertEquals(
                "The 7×7 kernel reaches over 7 pixels, but the input is 3 pixels wide (5 with padding);"
                        + " a smaller kernel, more padding or a larger input would fit",
                assertThrows(InvalidShape.class, () -> window.over(9, 3)).getMessage());
        assertTrue(assertThrows(InvalidShape.class, () -> window.over(4, 9))
                .getMessage()
                .contains("4 pixels high"));
        Window dilated = new Window(Size.square(3), Size.square(1), Padding.VALID, Size.square(4), Rounding.FLOOR);
        assertTrue(assertThrows(InvalidShape.class, () -> dilated.over(8, 9))
                .getMessage()
                .contains("reaches over 9 pixels, but the input is 8 pixels high"));
    }

    @Test
    void heightAndWidthAreIndependent() {
        Placement placement = new Window(
                        new Size(1, 7), new Size(2, 1), Padding.of(0, 3), Size.square(1), Rounding.FLOOR)
                .over(9, 17);

        assertEquals(new Size(5, 17), placement.output());
        assertEquals(85, placement.positions());
        assertTrue(placement.symmetric());
        assertTrue(placement.padded());
        assertEquals(6, placement.inputRow(3, 0));
        assertEquals(-3, placement.inputColumn(0, 0));
        assertEquals(19, placement.inputColumn(16, 6));
    }

    /** Slides a window pixel by pixel instead of computing with a formula. */
    @Test
    void slidingTheWindowStepByStepGivesTheSame() {
        Random random = new Random(2024);
        int laid = 0;
        for (int i = 0; i < 200_000; i++) {
            int extent = 1 + random.nextInt(40);
            int kernel = 1 + random.nextInt(9);
            int stride = 1 + random.nextInt(8);
            int dilation = 1 + random.nextInt(3);
            boolean same = random.nextInt(3) == 0;
            int before = same ? 0 : random.nextInt(5);
            int after = same ? 0 : random.nextInt(5);
            Rounding rounding = Rounding.values()[random.nextInt(2)];
            int reach = (kernel - 1) * dilation + 1;
            Window window = new Window(
                    new Size(1, kernel),
                    new Size(1, stride),
                    same ? Padding.SAME : Padding.of(0, before, 0, after),
                    new Size(1, dilation),
                    rounding);
            if (!same && reach > extent + before + after) {
                assertThrows(InvalidShape.class, () -> window.over(1, extent));
                continue;
            }
            laid++;
            Placement placement = window.over(1, extent);
            if (same) {
                assertSame(placement, extent, reach, stride, window);
            } else {
                assertEquals(
                        rounding == Rounding.FLOOR
                                ? whole(extent, before, after, reach, stride)
                                : reaching(extent, before, after, reach, stride),
                        placement.output().width(),
                        () -> window + " over " + extent);
                assertEquals(before, placement.left());
                assertEquals(after, placement.right());
            }
        }
        assertTrue(laid > 100_000);
    }

    /** How many windows lie wholly inside the padded picture. */
    private static int whole(int extent, int before, int after, int reach, int stride) {
        int count = 0;
        for (int start = -before; start + reach <= extent + after; start += stride) {
            count++;
        }
        return count;
    }

    /** One window after the other until the padded picture is covered, without one that starts behind the picture. */
    private static int reaching(int extent, int before, int after, int reach, int stride) {
        int count = 1;
        int start = -before;
        while (start + reach < extent + after) {
            start += stride;
            count++;
        }
        return start >= extent ? count - 1 : count;
    }

    private static void assertSame(Placement placement, int extent, int reach, int stride, Window window) {
        int starts = 0;
        for (int start = 0; start < extent; start += stride) {
            starts++;
        }
        int least = 0;
        while (extent + least < reach || whole(extent, 0, least, reach, stride) < starts) {
            least++;
        }
        assertEquals(starts, placement.output().width(), () -> window + " over " + extent);
        assertEquals(least, placement.left() + placement.right(), () -> window + " over " + extent);
        assertEquals(least / 2, placement.left(), "the smaller half comes first");
    }

    @Test
    void windowsThatMeetPaddingAloneAreFound() {
        Random random = new Random(5);
        int alone = 0;
        for (int i = 0; i < 20_000; i++) {
            int extent = 1 + random.nextInt(12);
            int kernel = 1 + random.nextInt(5);
            Window window = new Window(
                    Size.square(kernel),
                    Size.square(1 + random.nextInt(4)),
                    Padding.of(random.nextInt(5), random.nextInt(5), random.nextInt(5), random.nextInt(5)),
                    Size.square(1),
                    Rounding.values()[random.nextInt(2)]);
            Placement placement;
            try {
                placement = window.over(extent, extent + 1);
            } catch (InvalidShape e) {
                continue;
            }
            boolean expected = true;
            for (int row = 0; row < placement.output().height(); row++) {
                expected &= placement.inputRow(row, kernel - 1) >= 0 && placement.inputRow(row, 0) < extent;
            }
            for (int column = 0; column < placement.output().width(); column++) {
                expected &=
                        placement.inputColumn(column, kernel - 1) >= 0 && placement.inputColumn(column, 0) < extent + 1;
            }
            assertEquals(expected, placement.everyWindowMeetsTheInput(), () -> window + " over " + extent);
            alone += expected ? 0 : 1;
        }
        assertTrue(alone > 100, "the generator makes such windows");
        assertFalse(Window.of(Size.square(1), Size.square(1), Padding.of(1))
                .over(1, 1)
                .everyWindowMeetsTheInput());
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 1, 3×3", "3, 2, 1, 3×3 / 2", "5, 1, 2, '5×5, dilation 2'", "7, 3, 4, '7×7 / 3, dilation 4'"})
    void aBadgeSaysOnlyWhatIsNotUsual(int kernel, int stride, int dilation, String badge) {
        assertEquals(
                badge,
                new Window(
                                Size.square(kernel),
                                Size.square(stride),
                                new PaddingKind(3).parse("same"),
                                Size.square(dilation),
                                Rounding.FLOOR)
                        .badge());
        assertEquals(
                "1×7 / 2×1",
                Window.of(new Size(1, 7), new Size(2, 1), Padding.VALID).badge());
    }
}
