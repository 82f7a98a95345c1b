package org.convscape.viewmodel.desk;

import java.nio.file.Path;
import org.convscape.chart.Chart;
import org.convscape.io.chart.ChartFile;
import org.convscape.task.Failures;

/** Writes charts to files, beside the screen, and says how that ended. */
public final class ChartSaving {
    private final Studio studio;

    public ChartSaving(Studio studio) {
        this.studio = studio;
    }

    public void save(Chart chart, Path file) {
        String name = String.valueOf(file.getFileName());
        if (!ChartFile.isNamed(name)) {
            studio.report("A chart is saved as a file whose name ends in .png or .svg, found " + name);
            return;
        }
        studio.latestWork()
                .start(
                        () -> {
                            ChartFile.write(chart, file);
                            return file;
                        },
                        (written, failure) -> {
                            if (failure == null) {
                                studio.say("Saved " + name);
                            } else {
                                studio.report(Failures.sentence(failure, "Saving " + file));
                            }
                        });
    }
}
