package org.convscape.io.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import org.convscape.chart.Curves;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws every line in a colour of its own, the second dashed and without points, because it may lie on the first. */
final class CurveLook extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private static final int DASHED_LINE = 1;
    private static final Shape POINT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);
    private static final Shape SAMPLE = new Line2D.Double(-12, 0, 12, 0);
    private static final BasicStroke WHOLE = new BasicStroke(2.2f);
    private static final BasicStroke DASHED =
            new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0);

    CurveLook(Curves curves, ChartLook look) {
        super(true, true);
        for (int line = 0; line < curves.kinds().size(); line++) {
            setSeriesPaint(line, look.kind(line));
            setSeriesStroke(line, line == DASHED_LINE ? DASHED : WHOLE);
            setSeriesShape(line, POINT);
        }
        setLegendLine(SAMPLE);
        setSeriesShapesVisible(DASHED_LINE, false);
    }

    /** Shows the points of the other lines, or not: close together they hide what lies under them. */
    void showPoints(boolean whether) {
        setDefaultShapesVisible(whether);
    }
}
