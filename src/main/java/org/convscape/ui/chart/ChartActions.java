package org.convscape.ui.chart;

import java.nio.file.Path;
import org.convscape.chart.Chart;

/** What a chart asks the rest of the program for. */
public interface ChartActions {

    /** Shows on the canvas what a mark stands for; the path is not empty. */
    void select(String path);

    /** Writes a chart to a file, as what its ending says. */
    void save(Chart chart, Path file);
}
