package org.convscape.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.convscape.maps.KernelSheet.Kind;
import org.convscape.maps.KernelSheet.Layout;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;

class KernelSheetTest {
    private static final ColourMap COLOURS = ColourMap.RED_BLUE;

    private static Tensor counting(int... dimensions) {
        Tensor tensor = Tensor.zeros(dimensions);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.values()[i] = i;
        }
        return tensor;
    }

    private static KernelSheet draw(Tensor kernel, Layout layout, int input, int first) {
        return KernelSheet.of(kernel, layout, input, first, 64, 288, COLOURS);
    }

    /** The colour in the upper left corner of a tile's weight. */
    private static int colourAt(KernelSheet sheet, int tile, int scale, int row, int column) {
        PixelBox box = sheet.tiles().get(tile).box();
        return sheet.argb()[(box.top() + row * scale) * sheet.width() + box.left() + column * scale];
    }

    @Test
    void whatATileShowsFollowsFromTheArray() {
        assertEquals(Kind.COLOURS, Layout.of(List.of(7, 7, 3, 64), 147).kind());
        assertEquals(Kind.PLANES, Layout.of(List.of(3, 3, 64, 32), 576).kind());
        assertEquals(Kind.MATRIX, Layout.of(List.of(1, 1, 64, 32), 64).kind());
        assertEquals(Kind.MATRIX, Layout.of(List.of(2048, 1000), 2048).kind());
        Layout depthwise = Layout.of(List.of(3, 3, 3, 2), 9);
        assertEquals(Kind.PLANES, depthwise.kind(), "three inputs of a depthwise kernel are not colours");
        assertEquals(6, depthwise.tiles());
        assertEquals(1, depthwise.choices());
        assertEquals(64, Layout.of(List.of(3, 3, 64, 32), 576).choices());
        assertEquals(32, Layout.of(List.of(3, 3, 64, 32), 576).tiles());
    }

    @Test
    void aStemIsInColoursAboutGrey() {
        Tensor kernel = Tensor.zeros(2, 2, 3, 2);
        // Row 0, column 1, of the second output: all of red, nothing of green, half of blue below zero.
        int at = (1 * 3) * 2 + 1;
        kernel.values()[at] = 4;
        kernel.values()[at + 4] = -2;
        KernelSheet sheet = draw(kernel, Layout.of(List.of(2, 2, 3, 2), 12), 0, 0);

        int scale = sheet.tiles().get(0).box().width() / 2;
        assertEquals(0xFF808080, colourAt(sheet, 0, scale, 0, 0), "a kernel of zeros is grey");
        assertEquals(0xFFFF8040, colourAt(sheet, 1, scale, 0, 1));
        assertEquals(0xFF808080, colourAt(sheet, 1, scale, 1, 1));
        assertEquals(4, sheet.tiles().get(1).reach());
        assertEquals(0, sheet.tiles().get(0).reach());
    }

    @Test
    void planesShowTheWeightsForOneInputOnly() {
        Tensor kernel = counting(3, 3, 4, 5);
        KernelSheet sheet = draw(kernel, Layout.of(List.of(3, 3, 4, 5), 36), 2, 0);

        assertEquals(5, sheet.tiles().size());
        for (int tile = 0; tile < 5; tile++) {
            // The largest is at the last position.
            assertEquals((8 * 4 + 2) * 5 + tile, sheet.tiles().get(tile).reach());
            int scale = sheet.tiles().get(tile).box().width() / 3;
            assertEquals(COLOURS.argb(1), colourAt(sheet, tile, scale, 2, 2));
        }
    }

    @Test
    void aDepthwiseKernelCountsOverInputsAndMultipliers() {
        Tensor kernel = counting(3, 3, 4, 2);
        KernelSheet sheet = draw(kernel, Layout.of(List.of(3, 3, 4, 2), 9), 0, 0);

        assertEquals(
                IntStream.range(0, 8).mapToObj(tile -> 64.0 + tile).toList(),
                sheet.tiles().stream().map(KernelSheet.Tile::reach).toList());
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        Tensor kernel = counting(3, 3, 1, 100);
        Layout layout = Layout.of(List.of(3, 3, 1, 100), 9);
        KernelSheet second = draw(kernel, layout, 0, 64);

        assertEquals(36, second.tiles().size());
        assertEquals(64, second.tiles().get(0).index());
        assertEquals(99, second.tiles().get(35).index());
        assertTrue(second.width() <= 288, "the sheet is " + second.width() + " pixels wide");
    }

    @Test
    void aMatrixHasARowForEachInput() {
        Tensor kernel = Tensor.zeros(2, 4);
        kernel.values()[4] = -3;
        KernelSheet sheet = draw(kernel, Layout.of(List.of(2, 4), 2), 0, 0);

        assertEquals(288, sheet.width());
        assertEquals(144, sheet.height());
        assertEquals(COLOURS.argb(0), sheet.argb()[143 * 288], "the second input's first output");
        assertEquals(COLOURS.argb(0.5), sheet.argb()[0]);
        assertEquals(3, sheet.tiles().get(0).reach());
    }

    @Test
    void whatIsNoNumberHasItsOwnColour() {
        Tensor stem = counting(1, 2, 3, 1);
        stem.values()[0] = Float.NaN;
        Tensor plane = counting(1, 2, 1, 1);
        plane.values()[0] = Float.POSITIVE_INFINITY;

        assertEquals(
                ColourMap.NOT_FINITE,
                draw(stem, Layout.of(List.of(1, 2, 3, 1), 6), 0, 0).argb()[0]);
        assertEquals(
                ColourMap.NOT_FINITE,
                draw(plane, Layout.of(List.of(1, 2, 1, 1), 2), 0, 0).argb()[0]);
    }
}
