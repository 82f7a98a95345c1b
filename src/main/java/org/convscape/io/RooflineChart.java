package org.convscape.io;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
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
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
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
    private static final double TICK_WIDTH = 52;
    private static final double TICK_HEIGHT = 26;

    /** How wide a letter of a name is, and how high its line, nearly. */
    private static final double LETTER = 7.2;

    private static final double LINE = 15;

    /** What axes, legend and margins take of the chart, nearly. */
    private static final double BESIDE = 90;

    private static final double BELOW = 110;

    private static final int LONGEST_NAME = 26;

    /** Colours that are told apart with every kind of sight (Okabe and Ito, 2008). */
    private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9};

    /**
     * The colours of everything but the dots, 0xRRGGBB.
     *
     * @param ground what lies behind the chart
     * @param title whether title and caption belong to it; a screen has them elsewhere
     */
    public record Look(int ground, int text, int grid, boolean title) {

        /** On white paper. */
        public static final Look PAPER = new Look(0xFFFFFF, 0x18202B, 0xD9DFE7, true);
    }

    private final Look look;
    private final int width;
    private final int height;
    private final String title;
    private final TimingTable table;
    private final List<TimingTable.Row> dots;
    private final XYSeriesCollection data = new XYSeriesCollection();
    private final List<List<TimingTable.Row>> rows = new ArrayList<>();

    private RooflineChart(String title, TimingTable table, Look look, int width, int height) {
        this.look = look;
        this.width = width;
        this.height = height;
        this.title = title;
        this.table = table;
        this.dots = table.rows().stream()
                .filter(row -> row.measured() && row.work().multiplyAdds() > 0)
                .toList();
    }

    /** A PNG file. */
    public static byte[] png(String title, TimingTable table) {
        return ChartFile.png(new RooflineChart(title, table, Look.PAPER, WIDTH, HEIGHT).chart(), WIDTH, HEIGHT);
    }

    /** An SVG file. */
    public static String svg(String title, TimingTable table) {
        return ChartFile.svg(new RooflineChart(title, table, Look.PAPER, WIDTH, HEIGHT).chart(), WIDTH, HEIGHT);
    }

    /**
     * A picture for a screen: ARGB pixels, row by row, {@code width · scale} of them in each of {@code height · scale} rows,
     * both rounded.
     *
     * @param scale how many pixels the screen has for each of its units
     */
    public static int[] pixels(TimingTable table, Look look, int width, int height, double scale) {
        return ChartFile.pixels(new RooflineChart("", table, look, width, height).chart(), width, height, scale);
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
                axis(
                        look.title()
                                ? "Arithmetic intensity (multiply-adds per byte of inputs, weights and output)"
                                : "Multiply-adds per byte",
                        least,
                        most,
                        (width - BESIDE) / TICK_WIDTH),
                axis(
                        look.title() ? "Rate reached (GMAC/s, median)" : "GMAC/s",
                        Math.min(slowest, roofline.attainable(least)) / 2,
                        2 * roofline.multiplyAdds(),
                        (height - BELOW) / TICK_HEIGHT),
                new Dots());
        style(plot);
        name(plot);
        JFreeChart chart =
                new JFreeChart(look.title() ? title : null, new Font(Font.SANS_SERIF, Font.BOLD, 20), plot, true);
        chart.setBackgroundPaint(new Color(look.ground()));
        chart.setPadding(new RectangleInsets(14, 10, 8, 24));
        if (look.title()) {
            chart.getTitle().setPaint(text());
            TextTitle caption = new TextTitle(caption(), new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            caption.setPaint(text());
            chart.addSubtitle(caption);
        }
        chart.getLegend().setItemFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        chart.getLegend().setItemPaint(text());
        chart.getLegend().setBackgroundPaint(null);
        chart.getLegend().setFrame(BlockBorder.NONE);
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
    private LogAxis axis(String label, double least, double most, double ticks) {
        LogAxis axis = new LogAxis(label);
        axis.setRange(least, most);
        double doublings = Math.log(most / least) / Math.log(2);
        axis.setTickUnit(
                new NumberTickUnit(Math.log10(2) * Math.ceil(doublings / Math.max(2, Math.min(MOST_TICKS, ticks)))));
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        axis.setLabelPaint(text());
        axis.setTickLabelPaint(text());
        return axis;
    }

    private void style(XYPlot plot) {
        plot.setBackgroundPaint(new Color(look.ground()));
        plot.setDomainGridlinePaint(new Color(look.grid()));
        plot.setRangeGridlinePaint(new Color(look.grid()));
        plot.setOutlineVisible(false);
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
        renderer.setDefaultShapesVisible(true);
        renderer.setDefaultLinesVisible(false);
        renderer.setUseOutlinePaint(true);
        renderer.setDefaultOutlinePaint(new Color(look.ground()));
        renderer.setSeriesLinesVisible(0, true);
        renderer.setSeriesShapesVisible(0, false);
        renderer.setSeriesStroke(0, new BasicStroke(2.5f));
        renderer.setSeriesPaint(0, text());
        for (int i = 0; i < rows.size(); i++) {
            int kind = i % (COLOURS.length + 1);
            Color colour = kind == COLOURS.length ? text() : new Color(COLOURS[kind]);
            renderer.setSeriesPaint(i + 1, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 190));
            renderer.setSeriesOutlinePaint(i + 1, new Color(look.ground()));
            renderer.setLegendShape(i + 1, circle(12));
        }
    }

    /** The layers that take longest carry their names, where these have room beside each other. */
    private void name(XYPlot plot) {
        List<Rectangle2D> taken = new ArrayList<>();
        dots.stream()
                .sorted(Comparator.comparingDouble(
                                (TimingTable.Row row) -> row.milliseconds().median())
                        .reversed())
                .limit(NAMED)
                .forEach(row -> place(plot, row, taken));
    }

    /** Puts a name to the left of its dot, else to the right, above or below; where all are taken the dot has none. */
    private void place(XYPlot plot, TimingTable.Row row, List<Rectangle2D> taken) {
        String words = shortened(row.path());
        double wide = LETTER * words.length();
        double across = Math.max(1, width - BESIDE);
        double down = Math.max(1, height - BELOW);
        double x = across * share(plot.getDomainAxis().getRange(), row.work().intensity());
        double y = down * share(plot.getRangeAxis().getRange(), row.achieved());
        double away = diameter(row) / 2 + 6;
        double[][] middles = {
            {x - away - wide / 2, y}, {x + away + wide / 2, y}, {x, y + away + LINE / 2}, {x, y - away - LINE / 2}
        };
        for (double[] middle : middles) {
            Rectangle2D box = new Rectangle2D.Double(middle[0] - wide / 2, middle[1] - LINE / 2, wide, LINE);
            boolean inside =
                    box.getMinX() >= 0 && box.getMaxX() <= across && box.getMinY() >= 0 && box.getMaxY() <= down;
            if (inside && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                XYTextAnnotation name = new XYTextAnnotation(
                        words,
                        valueAt(plot.getDomainAxis().getRange(), middle[0] / across),
                        valueAt(plot.getRangeAxis().getRange(), middle[1] / down));
                name.setTextAnchor(TextAnchor.CENTER);
                name.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
                name.setPaint(text());
                plot.addAnnotation(name);
                return;
            }
        }
    }

    /** Where a value lies on a logarithmic axis, 0 … 1. */
    private static double share(Range axis, double value) {
        return Math.log(value / axis.getLowerBound()) / Math.log(axis.getUpperBound() / axis.getLowerBound());
    }

    private static double valueAt(Range axis, double share) {
        return axis.getLowerBound() * Math.pow(axis.getUpperBound() / axis.getLowerBound(), share);
    }

    private Color text() {
        return new Color(look.text());
    }

    /** A long name keeps its beginning and its end. */
    private static String shortened(String path) {
        GroupPath group = GroupPath.of(path);
        String name = group.isRoot() ? path : group.name() + "/" + GroupPath.nameOf(path);
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME / 2 - 1) + "…" + name.substring(name.length() - LONGEST_NAME / 2);
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
