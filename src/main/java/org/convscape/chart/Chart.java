package org.convscape.chart;

import java.util.List;

/** A chart as data: what it shows and what it is called, with nothing of how it looks. */
public sealed interface Chart permits Bars, Curves, Dots {

    /**
     * What is written on a chart.
     *
     * @param title of what it is, for files and windows of their own
     * @param caption what has to be known to read the numbers, one sentence or several lines
     * @param across the axis from left to right, with its unit
     * @param up the axis from bottom to top, with its unit
     */
    record Words(String title, String caption, String across, String up) {}

    /** A thing on a chart that stands for something in the network. */
    interface Mark {

        /** What it stands for, as the graph names it; empty where it stands for nothing there. */
        String path();

        /** What kind of thing it is; marks of one kind have one colour. */
        String kind();

        /** All of its numbers with their units, in lines. */
        String tip();
    }

    /** A thing that lies at a place, in the units of both axes. */
    interface Placed extends Mark {

        /** Its place from left to right. */
        double x();

        /** Its place from bottom to top. */
        double y();
    }

    /** What is written on it. */
    Words words();

    /** Everything that can be pointed at. */
    List<? extends Mark> marks();

    /** The kinds of marks, in the order in which a legend names them. */
    default List<String> kinds() {
        return marks().stream().map(Mark::kind).distinct().toList();
    }
}
