package org.convscape.io.chart;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.convscape.chart.Bars;
import org.convscape.chart.Chart;
import org.convscape.image.PngWriter;
import org.convscape.io.FileFailure;
import org.convscape.io.WholeFile;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/** Charts as files, drawn on white paper without a display. */
public final class ChartFile {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    /** How high a bar is with the gap to the next, and what is above and below all of them. */
    private static final int BAR = 34;

    private static final int FRAME = 150;

    private ChartFile() {}

    /** True when a name ends as that of a chart's file does: in .png or .svg. */
    public static boolean isNamed(String name) {
        return ending(name).equals("png") || ending(name).equals("svg");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a chart as what the name of the file says.
     *
     * @throws IllegalArgumentException for a name of another ending
     * @throws FileFailure where it cannot be written
     */
    public static void write(Chart chart, Path file) {
        String name = String.valueOf(file.getFileName());
        switch (ending(name)) {
            case "png" -> WholeFile.write(file, png(chart));
            case "svg" -> WholeFile.write(file, svg(chart));
            default ->
                throw new IllegalArgumentException(
                        "A chart is written to a file whose name ends in .svg or .png, found " + name);
        }
    }

    /** A PNG file. */
    public static byte[] png(Chart chart) {
        int height = height(chart);
        BufferedImage image =
                drawing(chart).createBufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB, new ChartRenderingInfo());
        return PngWriter.encode(WIDTH, height, image.getRGB(0, 0, WIDTH, height, null, 0, WIDTH));
    }

    /** An SVG file. */
    public static String svg(Chart chart) {
        return svg(drawing(chart), WIDTH, height(chart));
    }

    private static JFreeChart drawing(Chart chart) {
        return ChartDrawing.of(chart, ChartLook.paper()).drawing();
    }

    private static int height(Chart chart) {
        return chart instanceof Bars bars && !bars.profile()
                ? FRAME + BAR * Math.max(1, bars.bars().size())
                : HEIGHT;
    }

    private static String svg(JFreeChart chart, int width, int height) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
            SVGGraphics2D graphics = new SVGGraphics2D(document);
            graphics.setSVGCanvasSize(new Dimension(width, height));
            chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
            StringWriter text = new StringWriter();
            graphics.stream(text, true);
            return text.toString();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK cannot make an XML document", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
