package org.convscape.drawing;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.convscape.document.Point;
import org.convscape.image.PngWriter;
import org.convscape.layout.Box;
import org.convscape.scene.StripPixels;

/** A drawing in Scalable Vector Graphics in the making: shapes, words and pictures, one behind the other. */
final class Svg {
    private static final double CORNER = 12;

    private final StringBuilder body = new StringBuilder();

    /** Begins a group of which everything after it is part; its title appears under a pointer that rests on it. */
    Svg open(String title) {
        body.append("<g>");
        if (!title.isEmpty()) {
            body.append("<title>").append(escaped(title)).append("</title>");
        }
        body.append('\n');
        return this;
    }

    Svg close() {
        body.append("</g>\n");
        return this;
    }

    Svg box(Box box, double corner, String fill, String stroke, double strokeWidth) {
        body.append("<rect ").append(place(box)).append(" rx=\"").append(number(corner));
        body.append("\" fill=\"").append(fill).append("\" stroke=\"").append(stroke);
        body.append("\" stroke-width=\"").append(number(strokeWidth)).append("\"/>\n");
        return this;
    }

    Svg dot(Point at, double radius, String fill, String stroke) {
        body.append("<circle cx=\"").append(number(at.x())).append("\" cy=\"").append(number(at.y()));
        body.append("\" r=\"").append(number(radius)).append("\" fill=\"").append(fill);
        body.append("\" stroke=\"").append(stroke).append("\" stroke-width=\"1.5\"/>\n");
        return this;
    }

    /** Straight pieces with rounded corners. */
    Svg line(List<Point> points, String stroke, double width, boolean dashed) {
        body.append("<path fill=\"none\" stroke=\"")
                .append(stroke)
                .append("\" stroke-width=\"")
                .append(number(width));
        body.append(dashed ? "\" stroke-dasharray=\"6 4" : "")
                .append("\" d=\"M")
                .append(pair(points.get(0)));
        for (int i = 1; i + 1 < points.size(); i++) {
            Point corner = points.get(i);
            double radius = Math.min(
                    CORNER, Math.min(distance(points.get(i - 1), corner), distance(corner, points.get(i + 1))) / 2);
            body.append(" L").append(pair(towards(corner, points.get(i - 1), radius)));
            body.append(" Q").append(pair(corner)).append(' ').append(pair(towards(corner, points.get(i + 1), radius)));
        }
        body.append(" L").append(pair(points.get(points.size() - 1))).append("\"/>\n");
        return this;
    }

    /** Words whose baseline begins at a point. */
    Svg words(String style, double x, double y, String colour, String text) {
        return words(style, x, y, colour, text, "start");
    }

    /** Words whose baseline begins at, ends at or has its middle at a point: start, end or middle. */
    Svg words(String style, double x, double y, String colour, String text, String anchor) {
        body.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"");
        body.append(number(y))
                .append("\" fill=\"")
                .append(colour)
                .append("\" text-anchor=\"")
                .append(anchor);
        body.append("\">").append(escaped(text)).append("</text>\n");
        return this;
    }

    /** Pixels in the middle of a box, as large as they fit. */
    Svg picture(StripPixels pixels, Box box) {
        double scale = Math.min(box.width() / pixels.width(), box.height() / pixels.height());
        double width = pixels.width() * scale;
        double height = pixels.height() * scale;
        Box fitted = new Box(box.x() + (box.width() - width) / 2, box.y() + (box.height() - height) / 2, width, height);
        String data =
                Base64.getEncoder().encodeToString(PngWriter.encode(pixels.width(), pixels.height(), pixels.argb()));
        body.append("<image ")
                .append(place(fitted))
                .append(" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,")
                .append(data)
                .append("\"/>\n");
        return this;
    }

    /** The whole file. */
    String document(Box frame, String ground, String title) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + number(frame.width()) + "\" height=\"" + number(frame.height()) + "\" viewBox=\"" + number(frame.x())
                + " " + number(frame.y()) + " " + number(frame.width()) + " " + number(frame.height()) + "\">\n<title>"
                + escaped(title) + "</title>\n<style>\n"
                + "text{font-family:Inter,'Helvetica Neue',Arial,sans-serif}\n"
                + ".title{font-size:13px;font-weight:600}.small{font-size:11px}\n"
                + ".figure{font-size:11px;font-family:'JetBrains Mono','DejaVu Sans Mono',monospace}\n"
                + ".heading{font-size:20px;font-weight:600}\n</style>\n<rect " + place(frame) + " fill=\"" + ground
                + "\"/>\n" + body + "</svg>\n";
    }

    private static String place(Box box) {
        return "x=\"" + number(box.x()) + "\" y=\"" + number(box.y()) + "\" width=\"" + number(box.width())
                + "\" height=\"" + number(box.height()) + "\"";
    }

    private static String pair(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private static double distance(Point one, Point other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static Point towards(Point from, Point to, double length) {
        double distance = distance(from, to);
        return distance == 0
                ? from
                : new Point(
                        from.x() + (to.x() - from.x()) * length / distance,
                        from.y() + (to.y() - from.y()) * length / distance);
    }

    /** Text as XML holds it; control characters, which XML does not know, become a mark. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(each -> {
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean known = each == '\n'
                            || (each >= 0x20 && each < 0xD800)
                            || (each >= 0xE000 && each < 0xFFFE)
                            || each >= 0x10000;
                    escaped.appendCodePoint(known ? each : 0xFFFD);
                }
            }
        });
        return escaped.toString();
    }
}
