package org.convscape.io.chart;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.convscape.chart.Bars;
import org.convscape.chart.Chart;
import org.convscape.chart.Curves;
import org.convscape.chart.Dots;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/** A chart in one look, ready to be drawn: into files, or by the window, which zooms it and asks what lies where. */
public final class ChartDrawing {
    /** How near the pointer has to be to a dot, in units of the chart. */
    private static final double NEAR = 8;

    /** Lower than this the names of the kinds would take the room of what they name. */
    private static final double LEAST_WITH_LEGEND = 220;

    /** Lower than this the label of an axis would take the room of what is drawn. */
    private static final double LEAST_WITH_AXES = 170;

    private final Chart chart;
    private final ZoomPlot plot;
    private final JFreeChart drawing;
    private final String across;
    private final String up;
    private boolean labelled = true;

    private ChartDrawing(Chart chart, ZoomPlot plot, ChartLook look) {
        this.chart = chart;
        this.plot = plot;
        across = plot.getDomainAxis().getLabel();
        up = plot.getRangeAxis().getLabel();
        drawing = new AfreshChart(look.titled() ? chart.words().title() : null, look.title(), plot);
        style(look);
    }

    /** A chart in a look, all of it shown. */
    public static ChartDrawing of(Chart chart, ChartLook look) {
        if (chart instanceof Bars bars) {
            ZoomPlot plot = new ZoomPlot(
                    new MarkData(bars),
                    bars.profile() ? Axes.numbers(bars, look) : Axes.names(bars, look),
                    Axes.amounts(bars, look),
                    new BarLook(bars, look),
                    false);
            plot.setOrientation(bars.profile() ? PlotOrientation.VERTICAL : PlotOrientation.HORIZONTAL);
            plot.setDomainGridlinesVisible(false);
            return new ChartDrawing(chart, plot, look);
        }
        if (chart instanceof Curves curves) {
            ZoomPlot plot = new ZoomPlot(
                    new MarkData(curves),
                    Axes.multiples(curves.words().across(), curves.farthest(), look),
                    Axes.counts(curves.words().up(), curves.highest(), look),
                    new CurveLook(curves, look),
                    true);
            // The dashed line lies on the one before it, not under it.
            plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
            return new ChartDrawing(chart, plot, look);
        }
        Dots dots = (Dots) chart;
        Dots.Area area = dots.area();
        ZoomPlot plot = new ZoomPlot(
                new MarkData(dots),
                Axes.doublings(dots.words().across(), area.left(), area.right(), look),
                Axes.doublings(dots.words().up(), area.bottom(), area.top(), look),
                new DotLook(dots, look),
                true);
        return new ChartDrawing(chart, plot, look);
    }

    private void style(ChartLook look) {
        plot.setBackgroundPaint(look.ground());
        plot.setDomainGridlinePaint(look.grid());
        plot.setRangeGridlinePaint(look.grid());
        plot.setOutlineVisible(false);
        plot.setDomainPannable(true);
        plot.setRangePannable(plot.isRangeZoomable());
        drawing.setBackgroundPaint(look.ground());
        drawing.setBorderVisible(false);
        drawing.setPadding(look.titled() ? new RectangleInsets(14, 12, 8, 20) : new RectangleInsets(4, 4, 2, 6));
        if (look.titled()) {
            drawing.getTitle().setPaint(look.text());
            TextTitle caption = new TextTitle(chart.words().caption(), look.words());
            caption.setPaint(look.text());
            caption.setTextAlignment(HorizontalAlignment.CENTER);
            caption.setPadding(2, 0, 10, 0);
            drawing.addSubtitle(caption);
        }
        drawing.getLegend().setItemFont(look.small());
        drawing.getLegend().setItemPaint(look.text());
        drawing.getLegend().setBackgroundPaint(null);
        drawing.getLegend().setFrame(BlockBorder.NONE);
        fitTo(Double.POSITIVE_INFINITY);
    }

    /**
     * Leaves out what would take the room of what it names, the names of kinds and of axes, and the points that would
     * hide their lines; the height is that of the chart.
     */
    public void fitTo(double height) {
        // Lines cannot be told apart without their names, which stand beside them where there is no room below.
        boolean room = height >= LEAST_WITH_LEGEND;
        boolean kinds = (room || chart instanceof Curves) && chart.kinds().size() > 1;
        RectangleEdge edge = room ? RectangleEdge.BOTTOM : RectangleEdge.RIGHT;
        boolean axes = height >= LEAST_WITH_AXES;
        LegendTitle legend = drawing.getLegend();
        if (legend.isVisible() != kinds || legend.getPosition() != edge || axes != labelled) {
            labelled = axes;
            drawing.setNotify(false);
            legend.setVisible(kinds);
            legend.setPosition(edge);
            plot.getDomainAxis().setLabel(axes ? across : null);
            plot.getRangeAxis().setLabel(axes ? up : null);
            if (plot.getRenderer() instanceof CurveLook curves) {
                curves.showPoints(axes);
            }
            drawing.setNotify(true);
        }
    }

    /** What draws itself. */
    public JFreeChart drawing() {
        return drawing;
    }

    /**
     * What lies at a place.
     *
     * @param area where the plot was drawn last
     */
    public Optional<Chart.Mark> markAt(double x, double y, Rectangle2D area) {
        if (!area.contains(x, y)) {
            return Optional.empty();
        }
        return chart instanceof Bars bars ? barAt(bars, x, y, area) : nearest(x, y, area);
    }

    /** Of a bar the whole line counts: many are too thin and too short to be hit. */
    private Optional<Chart.Mark> barAt(Bars bars, double x, double y, Rectangle2D area) {
        double value = plot.getDomainAxis().java2DToValue(bars.profile() ? x : y, area, plot.getDomainAxisEdge());
        int at = (int) Math.round(value);
        return at < 0 || at >= bars.bars().size()
                ? Optional.empty()
                : Optional.of(bars.bars().get(at));
    }

    private Optional<Chart.Mark> nearest(double x, double y, Rectangle2D area) {
        Chart.Mark nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Chart.Mark mark : chart.marks()) {
            double[] middle = place(mark, area);
            double away = Math.hypot(x - middle[0], y - middle[1]);
            if (away <= reach(mark) && away < least) {
                least = away;
                nearest = mark;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private double reach(Chart.Mark mark) {
        return plot.getRenderer() instanceof DotLook look && mark instanceof Dots.Dot dot
                ? Math.max(NEAR, look.diameter(dot) / 2 + 2)
                : NEAR;
    }

    /** Where the middle of a mark is drawn: x and y; of a bar, the middle of its line near its beginning. */
    public double[] place(Chart.Mark mark, Rectangle2D area) {
        if (chart instanceof Bars bars) {
            double at = plot.getDomainAxis().valueToJava2D(bars.bars().indexOf(mark), area, plot.getDomainAxisEdge());
            return bars.profile() ? new double[] {at, area.getMaxY() - 2} : new double[] {area.getMinX() + 2, at};
        }
        Chart.Placed placed = (Chart.Placed) mark;
        return new double[] {
            plot.getDomainAxis().valueToJava2D(placed.x(), area, plot.getDomainAxisEdge()),
            plot.getRangeAxis().valueToJava2D(placed.y(), area, plot.getRangeAxisEdge())
        };
    }

    /**
     * Zooms about a place, never past the ends of what there is.
     *
     * @param factor of the lengths that are seen: below 1 nearer
     */
    public void zoom(double factor, double x, double y, Rectangle2D area) {
        boolean lying = plot.getOrientation() == PlotOrientation.HORIZONTAL;
        Range across = about(plot.getDomainAxis(), factor, lying ? y : x, area, lying);
        Range up = about(plot.getRangeAxis(), factor, lying ? x : y, area, !lying);
        plot.show(across, up);
    }

    /** By places instead of values, so that it is the same on axes of every kind. */
    private Range about(ValueAxis axis, double factor, double at, Rectangle2D area, boolean vertical) {
        var edge = axis == plot.getDomainAxis() ? plot.getDomainAxisEdge() : plot.getRangeAxisEdge();
        double low = vertical ? area.getMinY() : area.getMinX();
        double high = vertical ? area.getMaxY() : area.getMaxX();
        double one = axis.java2DToValue(at - factor * (at - low), area, edge);
        double other = axis.java2DToValue(at + factor * (high - at), area, edge);
        return new Range(Math.min(one, other), Math.max(one, other));
    }

    /** Shows all there is. */
    public void showAll() {
        plot.showAll();
    }

    /** True when only part of it is shown. */
    public boolean zoomed() {
        return plot.zoomed();
    }

    /** Shows the same part as another drawing of the same chart. */
    public void showLike(ChartDrawing other) {
        plot.show(
                other.plot.getDomainAxis().getRange(), other.plot.getRangeAxis().getRange());
    }
}
