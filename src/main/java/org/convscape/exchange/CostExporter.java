package org.convscape.exchange;

import java.nio.file.Path;
import java.util.List;
import org.convscape.analysis.CostTable;
import org.convscape.io.CostReport;
import org.convscape.io.ModelCost;
import org.convscape.io.TableFormat;
import org.convscape.io.WholeFile;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/** The table of costs, layer by layer, in one of the formats of tables. */
final class CostExporter implements Exporter {
    private final TableFormat format;

    CostExporter(TableFormat format) {
        this.format = format;
    }

    @Override
    public String id() {
        return format.id();
    }

    @Override
    public String label() {
        return "Costs as " + format.label();
    }

    @Override
    public String ending() {
        return "." + format.ending();
    }

    @Override
    public boolean needsShapes() {
        return false;
    }

    @Override
    public String write(Exported exported, Path file, Progress progress, Cancellation cancellation) {
        CostTable table = CostTable.of(exported.analysis(), exported.convention(), CostTable.Grouping.NODE);
        CostReport report =
                new CostReport(List.of(new ModelCost(exported.document().title(), table)));
        WholeFile.write(file, report.write(format));
        return file + ": costs of " + table.rows().size() + (table.rows().size() == 1 ? " layer" : " layers")
                + ", convention " + table.convention();
    }
}
