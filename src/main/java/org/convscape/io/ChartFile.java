package org.convscape.io;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.convscape.image.PngWriter;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/** Charts as the contents of files. */
final class ChartFile {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private ChartFile() {}

    static byte[] png(JFreeChart chart, int width, int height) {
        BufferedImage image =
                chart.createBufferedImage(width, height, BufferedImage.TYPE_INT_RGB, new ChartRenderingInfo());
        return PngWriter.encode(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Opaque where there is something, else clear: ARGB, row by row, {@code scale} pixels for each unit of the chart. */
    static int[] pixels(JFreeChart chart, int width, int height, double scale) {
        int across = (int) Math.round(width * scale);
        int down = (int) Math.round(height * scale);
        BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        graphics.dispose();
        return image.getRGB(0, 0, across, down, null, 0, across);
    }

    static String svg(JFreeChart chart, int width, int height) {
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
