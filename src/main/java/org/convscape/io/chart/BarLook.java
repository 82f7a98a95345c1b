package org.convscape.io.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.convscape.chart.Bars;
import org.jfree.chart.labels.XYItemLabelGenerator;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYDataset;

/** Draws bars plainly, each with its number beside it where the bar is as high as that. */
final class BarLook extends XYBarRenderer {
    private static final long serialVersionUID = 1L;
    private static final double AWAY = 5;

    private final transient ChartLook look;

    BarLook(Bars bars, ChartLook look) {
        this.look = look;
        setBarPainter(new StandardXYBarPainter());
        setShadowVisible(false);
        setDrawBarOutline(false);
        setDefaultItemLabelsVisible(!bars.profile());
        for (int kind = 0; kind < bars.kinds().size(); kind++) {
            setSeriesPaint(kind, look.kind(kind));
        }
    }

    @Override
    protected void drawItemLabel(
            Graphics2D graphics,
            XYDataset data,
            int series,
            int item,
            XYPlot plot,
            XYItemLabelGenerator generator,
            Rectangle2D bar,
            boolean negative) {
        if (bar.getHeight() < look.size() - 2 || !(((MarkData) data).mark(series, item) instanceof Bars.Bar shown)) {
            return;
        }
        graphics.setFont(look.small());
        graphics.setPaint(look.text());
        double middle = bar.getCenterY() + 0.36 * look.small().getSize2D();
        graphics.drawString(shown.written(), (float) (bar.getMaxX() + AWAY), (float) middle);
    }
}
