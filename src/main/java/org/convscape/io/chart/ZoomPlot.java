package org.convscape.io.chart;

import java.awt.geom.Point2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.Range;

/**
 * A plot that is zoomed within what there is to see: never past its ends, and back to all of it instead of to a guess.
 */
final class ZoomPlot extends XYPlot {
    private static final long serialVersionUID = 1L;

    private final transient Range allAcross;
    private final transient Range allUp;
    private final boolean both;

    /**
     * A plot that shows everything.
     *
     * @param both false where the amounts stay from 0 to the most
     */
    ZoomPlot(MarkData data, ValueAxis across, ValueAxis up, XYItemRenderer renderer, boolean both) {
        super(data, across, up, renderer);
        this.both = both;
        allAcross = across.getRange();
        allUp = up.getRange();
    }

    @Override
    public boolean isRangeZoomable() {
        return both;
    }

    /** What the toolkit calls to take zooming back. */
    @Override
    public void zoomDomainAxes(double factor, PlotRenderingInfo info, Point2D source) {
        showAll();
    }

    @Override
    public void zoomRangeAxes(double factor, PlotRenderingInfo info, Point2D source) {
        showAll();
    }

    @Override
    public void zoomRangeAxes(double lower, double upper, PlotRenderingInfo info, Point2D source) {
        if (both) {
            super.zoomRangeAxes(lower, upper, info, source);
        }
    }

    void showAll() {
        show(allAcross, allUp);
    }

    /** Shows parts of both axes; what lies outside all there is is left out. */
    void show(Range across, Range up) {
        boolean notify = isNotify();
        setNotify(false);
        getDomainAxis().setRange(within(allAcross, across));
        getRangeAxis().setRange(within(allUp, both ? up : allUp));
        setNotify(notify);
    }

    private static Range within(Range all, Range part) {
        double low = Math.max(all.getLowerBound(), part.getLowerBound());
        double high = Math.min(all.getUpperBound(), part.getUpperBound());
        return high > low ? new Range(low, high) : all;
    }

    /** True when part of something is shown. */
    boolean zoomed() {
        return !getDomainAxis().getRange().equals(allAcross)
                || !getRangeAxis().getRange().equals(allUp);
    }
}
