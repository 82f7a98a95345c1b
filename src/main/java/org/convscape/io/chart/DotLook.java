package org.convscape.io.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convscape.chart.Dots;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/**
 * Draws every dot as large as its share, under the line, and last the names of the largest where these have room beside
 * each other.
 */
final class DotLook extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private static final int NAMED = 3;
    private static final int NAMES = 2;
    private static final double SMALLEST = 6;
    private static final double LARGEST = 40;
    private static final double LEGEND = 12;

    /** The largest dot takes no more than this part of the shorter side. */
    private static final double MOST_OF_SIDE = 0.14;

    /** Where either side is shorter, names would lie on the line. */
    private static final double LEAST_WITH_NAMES = 100;

    private final transient ChartLook look;
    private final transient Set<Dots.Dot> named;
    private final transient List<Rectangle2D> taken = new ArrayList<>();
    private double side = Double.POSITIVE_INFINITY;

    DotLook(Dots dots, ChartLook look) {
        super(false, true);
        this.look = look;
        named = Set.copyOf(dots.largest(NAMED));
        setUseOutlinePaint(true);
        setDefaultOutlinePaint(look.ground());
        setSeriesLinesVisible(0, true);
        setSeriesShapesVisible(0, false);
        setSeriesStroke(0, new BasicStroke(2.5f));
        setSeriesPaint(0, look.text());
        for (int kind = 0; kind < dots.kinds().size(); kind++) {
            setSeriesPaint(kind + 1, look.kind(kind));
            setSeriesOutlinePaint(kind + 1, look.ground());
            setLegendShape(kind + 1, circle(LEGEND));
        }
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D graphics, Rectangle2D area, XYPlot plot, XYDataset data, PlotRenderingInfo info) {
        taken.clear();
        side = Math.min(area.getWidth(), area.getHeight());
        return super.initialise(graphics, area, plot, data, info);
    }

    /** Lines, dots, names. */
    @Override
    public int getPassCount() {
        return NAMES + 1;
    }

    @Override
    public Shape getItemShape(int series, int item) {
        return getPlot().getDataset() instanceof MarkData data && data.mark(series, item) instanceof Dots.Dot dot
                ? circle(diameter(dot))
                : circle(SMALLEST);
    }

    /** How wide a dot is, in units of the chart. */
    double diameter(Dots.Dot dot) {
        double largest = Math.max(SMALLEST, Math.min(LARGEST, MOST_OF_SIDE * side));
        return SMALLEST + largest * Math.sqrt(Math.min(1, dot.share() * 4));
    }

    private static Shape circle(double diameter) {
        return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis across,
            ValueAxis up,
            XYDataset data,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (pass < NAMES) {
            super.drawItem(graphics, state, area, info, plot, across, up, data, series, item, crosshair, pass);
        } else if (((MarkData) data).mark(series, item) instanceof Dots.Dot dot && named.contains(dot)) {
            double x = across.valueToJava2D(dot.x(), area, plot.getDomainAxisEdge());
            double y = up.valueToJava2D(dot.y(), area, plot.getRangeAxisEdge());
            if (area.contains(x, y) && side >= LEAST_WITH_NAMES) {
                name(graphics, area, dot, x, y);
            }
        }
    }

    /** Puts a name to the left of its dot, else to the right, above or below; where all are taken the dot has none. */
    private void name(Graphics2D graphics, Rectangle2D area, Dots.Dot dot, double x, double y) {
        graphics.setFont(look.small());
        String words = Axes.shortened(dot.name());
        double wide = graphics.getFontMetrics().stringWidth(words) + 4;
        double high = 1.25 * look.small().getSize2D();
        double away = diameter(dot) / 2 + 3;
        double[][] middles = {
            {x - away - wide / 2, y}, {x + away + wide / 2, y}, {x, y - away - high / 2}, {x, y + away + high / 2}
        };
        for (double[] middle : middles) {
            Rectangle2D box = new Rectangle2D.Double(middle[0] - wide / 2, middle[1] - high / 2, wide, high);
            if (area.contains(box) && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                graphics.setPaint(look.text());
                graphics.drawString(words, (float) (box.getX() + 2), (float)
                        (middle[1] + 0.36 * look.small().getSize2D()));
                return;
            }
        }
    }
}
