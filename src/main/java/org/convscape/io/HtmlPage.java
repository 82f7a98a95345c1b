package org.convscape.io;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTML page that needs nothing beside it: tables of a report, drawings, pictures and what they depend on. It loads
 * nothing and runs nothing; its ground is white, and it can be printed.
 */
public final class HtmlPage {
    private static final String STYLE =
            """
            body { font: 15px/1.5 system-ui, sans-serif; color: #1c1f24; background: #fff; margin: 2rem auto;
              max-width: 1200px; padding: 0 1.5rem; }
            h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
            p { max-width: 75ch; margin: .5rem 0; } .terms { color: #555; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .87rem; }
            th, td { padding: .25rem .6rem; text-align: left; white-space: nowrap; border-bottom: 1px solid #e3e5e8; }
            th { border-bottom: 1px solid #1c1f24; vertical-align: bottom; }
            td.n, th.n { text-align: right; }
            tr.first td { border-top: 1px solid #9aa0a8; } tfoot td { font-weight: 600; }
            dl { display: grid; grid-template-columns: max-content auto; gap: .2rem 1.5rem; margin: 0; }
            dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
            figure { margin: 0; } figure svg, figure img { max-width: 100%; height: auto; }
            figcaption { color: #555; font-size: .87rem; }
            code { font: .87rem ui-monospace, monospace; background: #f2f3f5; padding: .1rem .3rem;
              overflow-wrap: anywhere; }
            @media print { body { max-width: none; margin: 0; } table { font-size: 7pt; } }
            """;

    private static final Pattern WIDTH = Pattern.compile("\\swidth=\"(\\d+)\"");
    private static final Pattern HEIGHT = Pattern.compile("\\sheight=\"(\\d+)\"");

    /** A table with more rows than this is folded away until somebody opens it. */
    private static final int MOST_OPEN = 60;

    private final String title;
    private final List<String> parts = new ArrayList<>();

    /** A page under a title. */
    public HtmlPage(String title) {
        this.title = title;
    }

    /** Adds the tables of a report, as people read them; every cell carries the value that other programs get. */
    public HtmlPage report(Report report) {
        for (Page page : report.pages()) {
            parts.add("<p class=\"terms\">" + escaped(page.heading()) + "</p>\n");
            page.tables().forEach(this::table);
        }
        return this;
    }

    /** Adds names with what they stand for. */
    public HtmlPage facts(String heading, Map<String, String> facts) {
        StringBuilder list = new StringBuilder(heading(heading)).append("<dl>\n");
        facts.forEach((name, value) -> list.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>\n"));
        parts.add(list.append("</dl>\n").toString());
        return this;
    }

    /** Adds something to be typed. */
    public HtmlPage code(String heading, String code) {
        parts.add(heading(heading) + "<p><code>" + escaped(code) + "</code></p>\n");
        return this;
    }

    /**
     * Adds a drawing.
     *
     * @param svg an SVG file of our own; what stands before its root is left out
     */
    public HtmlPage drawing(String heading, String svg, String caption) {
        String drawing = svg.substring(Math.max(0, svg.indexOf("<svg")));
        String root = drawing.substring(0, drawing.indexOf('>') + 1);
        Matcher width = WIDTH.matcher(root);
        Matcher height = HEIGHT.matcher(root);
        // Without a box of its own a drawing is cut off where it does not fit, instead of made smaller.
        String scaled = !root.contains("viewBox") && width.find() && height.find()
                ? "<svg viewBox=\"0 0 " + width.group(1) + " " + height.group(1) + "\"" + drawing.substring(4)
                : drawing;
        return figure(heading, scaled, caption);
    }

    /** Adds a picture. */
    public HtmlPage picture(String heading, byte[] png, String caption) {
        String image = "<img alt=\"" + escaped(caption) + "\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "\">";
        return figure(heading, image, caption);
    }

    private HtmlPage figure(String heading, String content, String caption) {
        parts.add(heading(heading) + "<figure>\n" + content + "\n<figcaption>" + escaped(caption)
                + "</figcaption></figure>\n");
        return this;
    }

    private static String heading(String text) {
        return text.isEmpty() ? "" : "<h2>" + escaped(text) + "</h2>\n";
    }

    private void table(Table table) {
        StringBuilder html = new StringBuilder(heading(table.title()));
        boolean folded = table.rows().size() > MOST_OPEN;
        if (!table.columns().isEmpty()) {
            html.append(folded ? "<details><summary>" + table.rows().size() + " rows</summary>\n" : "");
            html.append("<div class=\"wide\"><table>\n<thead><tr>");
            for (int i = 0; i < table.columns().size(); i++) {
                html.append(table.numeric(i) ? "<th class=\"n\">" : "<th>")
                        .append(escaped(table.columns().get(i).heading()))
                        .append("</th>");
            }
            html.append("</tr></thead>\n<tbody>\n");
            boolean first = false;
            for (List<Cell> row : table.rows()) {
                if (!row.isEmpty()) {
                    html.append(row(table, row, first));
                }
                first = row.isEmpty();
            }
            html.append("</tbody>\n<tfoot>\n");
            table.totals().forEach(row -> html.append(row(table, row, false)));
            html.append("</tfoot>\n</table></div>\n").append(folded ? "</details>\n" : "");
        }
        table.remarks()
                .forEach(remark -> html.append("<p>").append(escaped(remark)).append("</p>\n"));
        parts.add(html.toString());
    }

    private static String row(Table table, List<Cell> row, boolean first) {
        StringBuilder html = new StringBuilder(first ? "<tr class=\"first\">" : "<tr>");
        for (int i = 0; i < row.size(); i++) {
            html.append(table.numeric(i) ? "<td class=\"n\"" : "<td");
            if (row.get(i).value() instanceof Number) {
                html.append(" data-value=\"").append(row.get(i).plain()).append('"');
            }
            html.append('>').append(escaped(row.get(i).shown())).append("</td>");
        }
        return html.append("</tr>\n").toString();
    }

    /** Text as it may stand between tags and in quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The page as text. */
    @Override
    public String toString() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>" + escaped(title) + "</h1>\n"
                + String.join("", parts) + "</body>\n</html>\n";
    }
}
