package org.convscape.io;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convscape.analysis.CostTable;
import org.convscape.figures.Figures;
import org.convscape.wording.CostWords;

/** Cost tables as text in several formats; each states input, batch, unit and convention, and its rows sum to the total. */
public final class CostTables {
    private CostTables() {}

    /** The tables of these models. */
    public static String write(List<ModelCost> models, TableFormat format) {
        return switch (format) {
            case TABLE -> each(models, CostTables::text, comparison(models));
            case CSV -> CostCsv.write(models);
            case JSON -> CostJson.write(models);
            case MARKDOWN -> each(models, CostMarkup::markdown, "");
            case LATEX -> each(models, CostMarkup::latex, "");
        };
    }

    private static String each(List<ModelCost> models, Function<ModelCost, String> write, String end) {
        return models.stream().map(write).collect(Collectors.joining("\n", "", end));
    }

    private static String text(ModelCost model) {
        CostTable costs = model.table();
        TextTable table =
                new TextTable("path", "operation", "output", ">trainable", ">parameters", ">" + costs.unit(), ">share");
        for (CostTable.Row row : linesOf(costs)) {
            table.add(cells(row, row.path(), costs.total().count()));
        }
        (linesOf(costs).isEmpty() ? table : table.rule())
                .add(cells(costs.total(), "total", costs.total().count()));
        String notCounted = model.notCounted();
        return model.model() + ": " + model.terms() + "\n\n" + table + (notCounted.isEmpty() ? "" : notCounted + "\n");
    }

    /** The lines above the total; a table of nothing but the total has none. */
    static List<CostTable.Row> linesOf(CostTable costs) {
        return costs.grouping() == CostTable.Grouping.TOTAL ? List.of() : costs.rows();
    }

    private static String[] cells(CostTable.Row row, String path, long whole) {
        return new String[] {
            path,
            path.equals("total") && row.path().isEmpty() ? "" : CostWords.label(row),
            CostWords.output(row),
            ModelCost.figure(row.trainable(), row.complete()),
            ModelCost.figure(row.total(), row.complete()),
            ModelCost.figure(row.count(), row.complete()),
            Figures.percent(row.count(), whole)
        };
    }

    /** The totals of several models under each other. */
    private static String comparison(List<ModelCost> models) {
        if (models.size() < 2) {
            return "";
        }
        CostTable first = models.get(0).table();
        TextTable table = new TextTable(
                "model",
                "input",
                ">trainable",
                ">parameters",
                ">" + first.unit(),
                ">× " + models.get(0).model());
        for (ModelCost model : models) {
            CostTable.Row total = model.table().total();
            table.add(
                    model.model(),
                    model.table().inputs().stream().map(Object::toString).collect(Collectors.joining(", ")),
                    ModelCost.figure(total.trainable(), total.complete()),
                    ModelCost.figure(total.total(), total.complete()),
                    ModelCost.figure(total.count(), total.complete()),
                    first.total().count() == 0
                            ? "–"
                            : String.format(
                                    java.util.Locale.ROOT,
                                    "%.3f",
                                    (double) total.count() / first.total().count()));
        }
        return "\ncompared: batch " + first.batch() + ", " + first.unit() + ", convention " + first.convention()
                + "\n\n" + table;
    }
}
