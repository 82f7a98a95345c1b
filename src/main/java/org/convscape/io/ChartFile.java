package org.convscape.io;

import java.awt.Dimension;
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
