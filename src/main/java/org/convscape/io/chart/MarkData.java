package org.convscape.io.chart;

import java.util.ArrayList;
import java.util.List;
import org.convscape.chart.Bars;
import org.convscape.chart.Chart;
import org.convscape.chart.Curves;
import org.convscape.chart.Dots;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/**
 * The marks of a chart as a data set with one series for each kind. Of {@link Dots} the first series is the line; a bar
 * lies around its number, from 0.
 */
final class MarkData extends AbstractIntervalXYDataset {
    private static final long serialVersionUID = 1L;

    /** How far a bar reaches to either side of its number. */
    private static final double HALF = 0.4;

    private record Place(double x, double y, Chart.Mark mark) {}

    private final List<String> names = new ArrayList<>();
    private final List<List<Place>> series = new ArrayList<>();

    MarkData(Bars bars) {
        add(bars);
        for (int i = 0; i < bars.bars().size(); i++) {
            Bars.Bar bar = bars.bars().get(i);
            put(new Place(i, bar.value(), bar));
        }
    }

    MarkData(Dots dots) {
        names.add(dots.lineName());
        series.add(dots.line().stream()
                .map(corner -> new Place(corner.x(), corner.y(), null))
                .toList());
        add(dots);
        dots.dots().forEach(dot -> put(new Place(dot.x(), dot.y(), dot)));
    }

    MarkData(Curves curves) {
        add(curves);
        curves.points().forEach(point -> put(new Place(point.x(), point.y(), point)));
    }

    private void add(Chart chart) {
        chart.kinds().forEach(kind -> {
            names.add(kind);
            series.add(new ArrayList<>());
        });
    }

    private void put(Place place) {
        series.get(names.lastIndexOf(place.mark().kind())).add(place);
    }

    /** What an item stands for; null for a corner of the line. */
    Chart.Mark mark(int kind, int item) {
        return series.get(kind).get(item).mark();
    }

    @Override
    public int getSeriesCount() {
        return names.size();
    }

    @Override
    public Comparable<String> getSeriesKey(int at) {
        return names.get(at);
    }

    @Override
    public int getItemCount(int at) {
        return series.get(at).size();
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.NONE;
    }

    @Override
    public Number getX(int at, int item) {
        return series.get(at).get(item).x();
    }

    @Override
    public Number getY(int at, int item) {
        return series.get(at).get(item).y();
    }

    @Override
    public Number getStartX(int at, int item) {
        return series.get(at).get(item).x() - HALF;
    }

    @Override
    public Number getEndX(int at, int item) {
        return series.get(at).get(item).x() + HALF;
    }

    @Override
    public Number getStartY(int at, int item) {
        return 0.0;
    }

    @Override
    public Number getEndY(int at, int item) {
        return getY(at, item);
    }
}
