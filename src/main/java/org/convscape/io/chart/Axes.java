package org.convscape.io.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.convscape.chart.Bars;
import org.convscape.figures.Figures;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * The axes of charts, whose ticks are never closer than can be read, whatever the size and however near it was zoomed.
 */
final class Axes {
    private static final int MOST_TICKS = 12;
    private static final int LONGEST_NAME = 26;

    /** How much room a number needs on an axis, in units of the chart. */
    private static final double TICK_WIDTH = 52;

    private static final double TICK_HEIGHT = 26;

    private Axes() {}

    /** An axis of amounts from 0. */
    static ValueAxis amounts(Bars bars, ChartLook look) {
        // Not with its unit as the label where every number on the axis has it.
        boolean labelled = bars.unit() != Bars.Unit.BYTES;
        NumberAxis axis = new NumberAxis(labelled ? bars.words().across() : null);
        // A quarter more than the longest, for the number beside it.
        axis.setRange(0, bars.most() > 0 ? 1.25 * bars.most() : 1);
        axis.setNumberFormatOverride(
                switch (bars.unit()) {
                    case MILLISECONDS ->
                        new DecimalFormat("#,##0.#### 'ms'", DecimalFormatSymbols.getInstance(Locale.ROOT));
                    case BYTES -> new Written(value -> Figures.bytes(Math.round(value)));
                    case COUNT -> new Written(value -> Figures.compact(Math.round(value)));
                });
        return styled(axis, look);
    }

    /** An axis of multiples from 0; its numbers say that they are multiples, because a low chart has no labels. */
    static ValueAxis multiples(String label, double most, ChartLook look) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(0, most > 0 ? 1.02 * most : 1);
        DecimalFormat times = decimal();
        times.setPositivePrefix("×");
        axis.setNumberFormatOverride(times);
        return styled(axis, look);
    }

    /** An axis of counts from 0. */
    static ValueAxis counts(String label, double most, ChartLook look) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(0, most > 0 ? 1.05 * most : 1);
        axis.setNumberFormatOverride(new Written(value -> Figures.compact(Math.round(value))));
        return styled(axis, look);
    }

    /** An axis of the numbers of bars, from 1. */
    static ValueAxis numbers(Bars bars, ChartLook look) {
        NumberAxis axis = new NumberAxis(bars.words().across());
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setNumberFormatOverride(new Written(value -> Long.toString(Math.round(value) + 1)));
        axis.setRange(-0.5, Math.max(1, bars.bars().size()) - 0.5);
        return styled(axis, look);
    }

    /** An axis of the names of bars, the first at the top; where they would touch only some are named. */
    static ValueAxis names(Bars bars, ChartLook look) {
        Names axis = new Names(bars.bars().stream().map(Bars.Bar::name).toList());
        axis.setInverted(true);
        axis.setRange(-0.5, Math.max(1, bars.bars().size()) - 0.5);
        axis.setTickMarksVisible(false);
        return styled(axis, look);
    }

    /** A logarithmic axis with ticks at powers of two. */
    static ValueAxis doublings(String label, double least, double most, ChartLook look) {
        Doublings axis = new Doublings(label);
        axis.setRange(least, most);
        axis.setNumberFormatOverride(decimal());
        return styled(axis, look);
    }

    /** A long name keeps its beginning and its end. */
    static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME / 2 - 1) + "…" + name.substring(name.length() - LONGEST_NAME / 2);
    }

    private static DecimalFormat decimal() {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static ValueAxis styled(ValueAxis axis, ChartLook look) {
        axis.setLabelFont(look.words());
        axis.setTickLabelFont(look.small());
        axis.setLabelPaint(look.text());
        axis.setTickLabelPaint(look.text());
        axis.setAxisLinePaint(look.grid());
        axis.setTickMarkPaint(look.grid());
        return axis;
    }

    private static final class Doublings extends LogAxis {
        private static final long serialVersionUID = 1L;

        Doublings(String label) {
            super(label);
        }

        @Override
        public List<?> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            boolean across = RectangleEdge.isTopOrBottom(edge);
            double room = across ? area.getWidth() / TICK_WIDTH : area.getHeight() / TICK_HEIGHT;
            double doublings = Math.log(getUpperBound() / getLowerBound()) / Math.log(2);
            double ticks = Math.max(2, Math.min(MOST_TICKS, room));
            // Where it was zoomed to less than two doublings, parts of one: powers of its root and so on.
            double step = doublings / ticks;
            double unit = doublings >= 2 ? Math.ceil(step) : Math.pow(2, Math.ceil(Math.log(step) / Math.log(2)));
            setTickUnit(new NumberTickUnit(Math.log10(2) * unit), false, true);
            return super.refreshTicks(graphics, state, area, edge);
        }
    }

    private static final class Names extends NumberAxis {
        private static final long serialVersionUID = 1L;

        /** How much higher a line is than its letters. */
        private static final double LEADING = 1.35;

        private final List<String> names;

        Names(List<String> names) {
            super(null);
            this.names = names.stream().map(Axes::shortened).toList();
        }

        @Override
        public List<?> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            double perName = area.getHeight() / getRange().getLength();
            double line = LEADING * getTickLabelFont().getSize2D();
            int every = (int) Math.max(1, Math.ceil(line / Math.max(1e-6, perName)));
            List<NumberTick> ticks = new ArrayList<>();
            for (int i = 0; i < names.size(); i += every) {
                if (getRange().contains(i)) {
                    ticks.add(new NumberTick(i, names.get(i), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
                }
            }
            return ticks;
        }
    }

    /** Numbers as the rest of the program writes them. Only writes. */
    private static final class Written extends NumberFormat {
        private static final long serialVersionUID = 1L;
        private final transient DoubleFunction<String> writer;

        Written(DoubleFunction<String> writer) {
            this.writer = writer;
        }

        @Override
        public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
            return text.append(writer.apply(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
            return text.append(writer.apply(number));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("This format only writes");
        }
    }
}
