package org.convscape.io.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;

/**
 * A chart that takes nothing for granted of what it is drawn with. The screen's graphics give their font, colour and
 * stroke up after a drawing but remember them, and ignore the first of the next where it is the same: it was written in
 * the system's font, over measures of another.
 */
final class AfreshChart extends JFreeChart {
    private static final long serialVersionUID = 1L;

    /** Like nothing that charts are drawn with. */
    private static final Font NO_FONT = new Font(Font.MONOSPACED, Font.ITALIC, 3);

    private static final Color NO_COLOUR = new Color(1, 2, 3, 4);

    AfreshChart(String title, Font font, Plot plot) {
        super(title, font, plot, true);
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, Point2D anchor, ChartRenderingInfo info) {
        graphics.setFont(NO_FONT);
        graphics.setPaint(NO_COLOUR);
        graphics.setStroke(new BasicStroke(0.3f));
        super.draw(graphics, area, anchor, info);
    }
}
