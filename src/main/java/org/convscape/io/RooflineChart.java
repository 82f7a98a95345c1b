package org.convscape.io;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convscape.figures.Figures;
import org.convscape.graph.GroupPath;
import org.convscape.timing.Roofline;
import org.convscape.timing.TimingTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The layers of a network under the roofline of the machine, on two logarithmic axes: each a dot at its multiply-adds per
 * byte and the rate it reached, coloured by its kind, with an area after its share of the time. Drawn without a display.
 */
public final class RooflineChart {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int NAMED = 3;
    private static final double SMALLEST = 6;
    private static final double LARGEST = 40;
    private static final int MOST_TICKS = 12;

    /** The width of a blank in the letters of a name, nearly. */
    private static final double SPACE = 3.3;

    private static final Color GRID = new Color(0xD9DFE7);
    private static final Color TEXT = new Color(0x18202B);

    /** Colours that are told apart with every kind of sight (Okabe and Ito, 2008). */
    private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000};

    private final String title;
    private final TimingTable table;
    private final List<TimingTable.Row> dots;
    private final XYSeriesCollection data = new XYSeriesCollection();
    private final List<List<TimingTable.Row>> rows = new ArrayList<>();

    private RooflineChart(String title, TimingTable table) {
        this.title = title;
        this.table = table;
        this.dots = table.rows().stream()
                .filter(row -> row.measured() && row.work().multiplyAdds() > 0)
                .toList();
    }

    /** A PNG file. */
    public static byte[] png(String title, TimingTable table) {
        return png(title, table, WIDTH, HEIGHT);
    }

    /** A PNG file of that many pixels. */
    public static byte[] png(String title, TimingTable table, int width, int height) {
        return ChartFile.png(new RooflineChart(title, table).chart(), width, height);
    }

    /** An SVG file. */
    public static String svg(String title, TimingTable table) {
        return ChartFile.svg(new RooflineChart(title, table).chart(), WIDTH, HEIGHT);
    }

    private JFreeChart chart() {
        Roofline roofline = table.roofline();
        double least =
                dots.stream().mapToDouble(row -> row.work().intensity()).min().orElse(roofline.ridge()) / 2;
        double most = 2
                * Math.max(
                        roofline.ridge(),
                        dots.stream()
                                .mapToDouble(row -> row.work().intensity())
                                .max()
                                .orElse(0));
        XYSeries roof = new XYSeries("roofline");
        for (double intensity : new double[] {least, roofline.ridge(), most}) {
            roof.add(intensity, roofline.attainable(intensity));
        }
        data.addSeries(roof);
        Map<String, List<TimingTable.Row>> kinds = new LinkedHashMap<>();
        table.byKind().forEach(sum -> kinds.put(sum.kind(), new ArrayList<>()));
        dots.forEach(row -> kinds.get(row.kind()).add(row));
        kinds.values().removeIf(List::isEmpty);
        kinds.forEach((kind, members) -> {
            // The series must keep the order of the rows, since sizes are found by it.
            XYSeries series = new XYSeries(kind, false);
            members.forEach(row -> series.add(row.work().intensity(), row.achieved()));
            data.addSeries(series);
            rows.add(members);
        });
        double slowest =
                dots.stream().mapToDouble(TimingTable.Row::achieved).min().orElse(roofline.multiplyAdds());
        XYPlot plot = new XYPlot(
                data,
                axis("Arithmetic intensity (multiply-adds per byte of inputs, weights and output)", least, most),
                axis(
                        "Rate reached (GMAC/s, median)",
                        Math.min(slowest, roofline.attainable(least)) / 2,
                        2 * roofline.multiplyAdds()),
                new Dots());
        style(plot);
        name(plot);
        JFreeChart chart = new JFreeChart(title, new Font(Font.SANS_SERIF, Font.BOLD, 20), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(14, 10, 8, 24));
        chart.getTitle().setPaint(TEXT);
        chart.addSubtitle(new TextTitle(caption(), new Font(Font.SANS_SERIF, Font.PLAIN, 13)));
        chart.getLegend().setItemFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        return chart;
    }

    private String caption() {
        Roofline roofline = table.roofline();
        double shown =
                dots.stream().mapToDouble(row -> row.milliseconds().median()).sum();
        return String.format(
                Locale.ROOT,
                "At most %.1f GMAC/s and %.1f GB/s; convention macs. The area of a dot is its"
                        + " share of the time.\n%d layers with multiply-adds take %.0f %% of %s; those without are not shown.",
                roofline.multiplyAdds(),
                roofline.bytes(),
                dots.size(),
                100 * table.share(shown),
                Figures.milliseconds(table.timing().total().median()));
    }

    /** Ticks at powers of two, no more than can be read. */
    private static LogAxis axis(String label, double least, double most) {
        LogAxis axis = new LogAxis(label);
        axis.setRange(least, most);
        double doublings = Math.log(most / least) / Math.log(2);
        axis.setTickUnit(new NumberTickUnit(Math.log10(2) * Math.ceil(doublings / MOST_TICKS)));
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        axis.setLabelPaint(TEXT);
        axis.setTickLabelPaint(TEXT);
        return axis;
    }

    private void style(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setOutlineVisible(false);
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
        renderer.setDefaultShapesVisible(true);
        renderer.setDefaultLinesVisible(false);
        renderer.setUseOutlinePaint(true);
        renderer.setDefaultOutlinePaint(Color.WHITE);
        renderer.setSeriesLinesVisible(0, true);
        renderer.setSeriesShapesVisible(0, false);
        renderer.setSeriesStroke(0, new BasicStroke(2.5f));
        renderer.setSeriesPaint(0, TEXT);
        for (int i = 0; i < rows.size(); i++) {
            Color colour = new Color(COLOURS[i % COLOURS.length]);
            renderer.setSeriesPaint(i + 1, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 190));
            renderer.setSeriesOutlinePaint(i + 1, Color.WHITE);
            renderer.setLegendShape(i + 1, circle(12));
        }
    }

    /** The layers that take longest carry their names. */
    private void name(XYPlot plot) {
        dots.stream()
                .sorted(Comparator.comparingDouble(
                                (TimingTable.Row row) -> row.milliseconds().median())
                        .reversed())
                .limit(NAMED)
                .forEach(row -> {
                    XYTextAnnotation name = new XYTextAnnotation(
                            shortened(row.path()) + " ".repeat((int) (diameter(row) / 2 / SPACE) + 1),
                            row.work().intensity(),
                            row.achieved());
                    name.setTextAnchor(TextAnchor.CENTER_RIGHT);
                    name.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
                    name.setPaint(TEXT);
                    plot.addAnnotation(name);
                });
    }

    private static String shortened(String path) {
        GroupPath group = GroupPath.of(path);
        return group.isRoot() ? path : group.name() + "/" + GroupPath.nameOf(path);
    }

    private double diameter(TimingTable.Row row) {
        double share = table.share(row.milliseconds().median());
        return SMALLEST + LARGEST * Math.sqrt(Math.min(1, share * 4));
    }

    private static Shape circle(double diameter) {
        return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
    }

    /** Draws every dot as large as its share of the time. */
    private final class Dots extends XYLineAndShapeRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Shape getItemShape(int series, int item) {
            if (series == 0) {
                return circle(SMALLEST);
            }
            return circle(diameter(rows.get(series - 1).get(item)));
        }
    }
}
