package org.convscape.io.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.convscape.chart.Bars;
import org.convscape.chart.Chart;
import org.convscape.chart.Curves;
import org.convscape.chart.Dots;
import org.convscape.drawing.Palette;
import org.convscape.testing.Contrast;
import org.jfree.chart.ChartRenderingInfo;
import org.junit.jupiter.api.Test;

/** What lies where on a chart, and what zooming shows of it, without a screen. */
class ChartDrawingTest {
    private static final Chart.Words WORDS = new Chart.Words("title", "caption", "across", "up");

    private static Bars bars(boolean profile) {
        return new Bars(
                WORDS,
                IntStream.range(0, 200)
                        .mapToObj(i -> new Bars.Bar("block/layer" + i, "layer" + i, "kind", i, i + " ms", "tip " + i))
                        .toList(),
                profile,
                Bars.Unit.MILLISECONDS);
    }

    private static Dots dots() {
        return new Dots(
                WORDS,
                List.of(new Dots.Corner(1, 1), new Dots.Corner(8, 8), new Dots.Corner(64, 8)),
                "line",
                List.of(
                        new Dots.Dot("one", "one", "a", 2, 1, 0.2, "tip"),
                        new Dots.Dot("two", "two", "b", 32, 6, 0.7, "tip")),
                new Dots.Area(1, 64, 0.5, 16));
    }

    private static Curves curves() {
        return new Curves(
                WORDS,
                List.of(
                        new Curves.Point("", "alone", 0.5, 100, "tip"),
                        new Curves.Point("", "alone", 2, 400, "tip"),
                        new Curves.Point("", "together", 0.5, 50, "tip"),
                        new Curves.Point("", "together", 2, 900, "tip")));
    }

    private static Rectangle2D draw(ChartDrawing drawing) {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        ChartRenderingInfo info = new ChartRenderingInfo();
        drawing.drawing().draw(graphics, new Rectangle2D.Double(0, 0, 640, 480), info);
        graphics.dispose();
        return info.getPlotInfo().getDataArea();
    }

    @Test
    void linesKeepTheirNamesHoweverLowTheChartIs() {
        ChartDrawing drawing = ChartDrawing.of(curves(), ChartLook.paper());
        drawing.fitTo(80);
        assertTrue(drawing.drawing().getLegend().isVisible());
        ChartDrawing bars = ChartDrawing.of(dots(), ChartLook.paper());
        bars.fitTo(80);
        assertFalse(bars.drawing().getLegend().isVisible());
    }

    @Test
    void everyMarkIsFoundWhereItIsDrawn() {
        for (Chart chart : List.of(bars(false), bars(true), dots(), curves())) {
            ChartDrawing drawing = ChartDrawing.of(chart, ChartLook.paper());
            Rectangle2D area = draw(drawing);
            for (Chart.Mark mark : chart.marks()) {
                double[] place = drawing.place(mark, area);
                assertEquals(Optional.of(mark), drawing.markAt(place[0], place[1], area));
            }
            assertEquals(Optional.empty(), drawing.markAt(area.getMinX() - 5, area.getMinY() - 5, area));
        }
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointerAndNeverGoesBeyondTheEnds() {
        for (Chart chart : List.of(bars(false), bars(true), dots())) {
            ChartDrawing drawing = ChartDrawing.of(chart, ChartLook.pane(Palette.dark()));
            Rectangle2D area = draw(drawing);
            double x = area.getCenterX();
            double y = area.getCenterY();
            drawing.zoom(2, x, y, area);
            assertFalse(drawing.zoomed(), "there is no more than all");

            Chart.Mark mark = chart.marks().get(chart.marks().size() / 2);
            double[] before = drawing.place(mark, area);
            drawing.zoom(0.25, before[0], before[1], area);
            assertTrue(drawing.zoomed());
            double[] after = drawing.place(mark, area);
            assertEquals(before[0], after[0], 1);
            assertEquals(before[1], after[1], 1);
            draw(drawing);
            drawing.showAll();
            assertFalse(drawing.zoomed());
        }
    }

    @Test
    void writingAndMarksStandOutInEveryLook() {
        for (ChartLook look :
                List.of(ChartLook.paper(), ChartLook.pane(Palette.dark()), ChartLook.pane(Palette.light()))) {
            int ground = look.ground().getRGB() & 0xFFFFFF;
            assertTrue(Contrast.of(look.text().getRGB() & 0xFFFFFF, ground) >= 4.5);
        }
    }

    @Test
    void aFileOfAnotherEndingIsRefusedInASentence() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> ChartFile.write(dots(), Path.of("chart.gif")));
        assertTrue(refused.getMessage().contains("found chart.gif"), refused.getMessage());
    }
}
