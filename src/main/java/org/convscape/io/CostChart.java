package org.convscape.io;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.convscape.analysis.CostTable;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.category.DefaultCategoryDataset;

/** What the rows of a cost table cost, as a bar chart in a PNG file; drawn without a display. */
public final class CostChart {
    private static final int WIDTH = 1200;
    private static final int ROW = 34;
    private static final int FRAME = 150;

    /** More bars than this cannot be read; the smallest are left out and counted in the caption. */
    private static final int MOST_BARS = 40;

    private static final Color BAR = new Color(0x0A62C4);
    private static final Color GRID = new Color(0xCDD4DE);
    private static final Color TEXT = new Color(0x18202B);

    private CostChart() {}

    /** Draws the rows that cost something, in the order of the table. */
    public static byte[] png(ModelCost model) {
        List<CostTable.Row> rows = shown(model.table());
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        rows.forEach(row -> data.addValue(row.count(), model.table().unit(), row.path()));
        JFreeChart chart = ChartFactory.createBarChart(
                model.model(), null, model.table().unit(), data, PlotOrientation.HORIZONTAL, false, false, false);
        long costly =
                model.table().rows().stream().filter(row -> row.count() > 0).count();
        String caption = model.terms()
                + (costly > rows.size() ? "; the " + (costly - rows.size()) + " smallest rows are left out" : "");
        chart.addSubtitle(new TextTitle(caption, new Font(Font.SANS_SERIF, Font.PLAIN, 13)));
        style(chart);
        int height = FRAME + ROW * Math.max(1, rows.size());
        return ChartFile.png(chart, WIDTH, height);
    }

    /** The rows that cost something; of too many, the largest, still in the order of the table. */
    static List<CostTable.Row> shown(CostTable table) {
        List<CostTable.Row> costly =
                table.rows().stream().filter(row -> row.count() > 0).toList();
        long least = costly.stream()
                .mapToLong(CostTable.Row::count)
                .map(count -> -count)
                .sorted()
                .map(count -> -count)
                .limit(MOST_BARS)
                .min()
                .orElse(0);
        return costly.stream()
                .filter(row -> row.count() >= least)
                .limit(MOST_BARS)
                .toList();
    }

    private static void style(JFreeChart chart) {
        chart.setBackgroundPaint(Color.WHITE);
        chart.getTitle().setPaint(TEXT);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(GRID);
        plot.setOutlineVisible(false);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.4f);
        plot.getDomainAxis().setTickLabelPaint(TEXT);
        NumberAxis axis = (NumberAxis) plot.getRangeAxis();
        axis.setNumberFormatOverride(new CompactFormat());
        axis.setUpperMargin(0.12);
        BarRenderer bars = (BarRenderer) plot.getRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setSeriesPaint(0, BAR);
        bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", new CompactFormat()));
        bars.setDefaultItemLabelsVisible(true);
    }
}
