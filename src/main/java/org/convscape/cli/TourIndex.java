package org.convscape.cli;

import java.util.List;
import org.convscape.figures.Figures;
import org.convscape.io.ModelCost;

/** The page that leads through the files of a tour. */
final class TourIndex {

    /** A sheet of maps: of which node, of which shape, in which file. */
    record Sheet(String node, String shape, String file) {}

    String html(String title, String run, ModelCost cost, List<Sheet> sheets) {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<title>Convscape: ")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append("body{font-family:sans-serif;max-width:80rem;margin:2rem auto;padding:0 1rem}\n")
                .append("img{max-width:100%}.maps{display:flex;flex-wrap:wrap;gap:1rem}\n")
                .append(
                        "figure{margin:0}.maps img{width:18rem;image-rendering:pixelated}\n</style>\n</head>\n<body>\n");
        page.append("<h1>").append(escaped(title)).append("</h1>\n");
        page.append("<p>").append(escaped(run)).append(".</p>\n<p>");
        page.append(Figures.whole(cost.table().total().trainable())).append(" parameters, ");
        page.append(Figures.whole(cost.table().total().count())).append(" multiply-adds (");
        page.append(escaped(cost.terms())).append(").</p>\n");
        page.append(
                "<h2>The canvas</h2>\n<p><a href=\"canvas.svg\"><img src=\"canvas.svg\" alt=\"The canvas\"></a></p>\n");
        page.append("<p>Also <a href=\"canvas-dark.svg\">in the dark theme</a>; the document itself is <a href=\"")
                .append(Tour.NETWORK)
                .append(".convscape\">")
                .append(Tour.NETWORK)
                .append(".convscape</a>.</p>\n");
        page.append("<h2>What it costs</h2>\n<p><img src=\"cost.png\" alt=\"Cost per block\"></p>\n");
        page.append("<p>Row by row: <a href=\"cost.txt\">cost.txt</a>, <a href=\"cost.json\">cost.json</a>.</p>\n");
        page.append(
                "<h2>The maps</h2>\n<p>Every channel as a tile, each in colours of its own range; the JSON file beside"
                        + " each sheet says which.</p>\n<div class=\"maps\">\n");
        for (Sheet sheet : sheets) {
            String name = escaped(sheet.node() + ", " + sheet.shape());
            page.append("<figure><a href=\"").append(sheet.file()).append("\"><img loading=\"lazy\" src=\"");
            page.append(sheet.file()).append("\" alt=\"").append(name).append("\"></a><figcaption>");
            page.append(name).append("</figcaption></figure>\n");
        }
        return page.append("</div>\n</body>\n</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
