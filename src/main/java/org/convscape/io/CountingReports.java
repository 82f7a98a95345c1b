package org.convscape.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.Difference;
import org.convscape.analysis.MemoryProfile;
import org.convscape.analysis.NetworkDifference;
import org.convscape.analysis.ReceptiveField;
import org.convscape.analysis.ReceptiveFields;
import org.convscape.analysis.Sweep;
import org.convscape.figures.Figures;
import org.convscape.wording.CostWords;
import org.convscape.wording.DifferenceWords;

/**
 * What the analysis finds beyond the cost table, as reports: why counts differ, sweeps, and more counts for every node.
 */
public final class CountingReports {
    private CountingReports() {}

    /** Why two rules count a model differently. */
    public static Report why(ModelCost model, Difference difference, Convention left, Convention right, boolean rows) {
        Map<String, String> about = about(model.model(), model.table(), left.id() + " and " + right.id());
        about.put("unit", left.unit().equals(right.unit()) ? left.unit() : left.unit() + " and " + right.unit());
        return new TablesReport(about, parts(List.of(titled(difference, left.id(), right.id())), rows));
    }

    /** Why two models differ under one rule. */
    public static Report why(ModelCost left, ModelCost right, NetworkDifference why, boolean rows) {
        Map<String, String> about = about(
                left.model() + " and " + right.model(),
                left.table(),
                left.table().convention());
        if (!left.table().inputs().equals(right.table().inputs())) {
            about.put("input", inputs(left.table()) + " and " + inputs(right.table()));
        }
        List<Titled> differences = new ArrayList<>();
        differences.add(titled(why.count(), left.model(), right.model()));
        differences.add(titled(why.trainable(), left.model(), right.model()));
        if (why.kept().amount() != 0) {
            differences.add(titled(why.kept(), left.model(), right.model()));
        }
        if (why.rightKept() != 0 && why.trainable().amount() != 0) {
            differences.add(titled(
                    why.trainableAgainstTotal(), left.model() + ", trained", right.model() + ", trained and kept"));
        }
        return new TablesReport(about, parts(differences, rows));
    }

    private record Titled(String title, Difference difference) {}

    private static Titled titled(Difference difference, String left, String right) {
        return new Titled(
                difference.quantity() + ": " + left + " " + Figures.whole(difference.left()) + ", " + right + " "
                        + Figures.whole(difference.right()) + ", difference " + signed(difference.amount()),
                difference);
    }

    private static String signed(long value) {
        return (value > 0 ? "+" : "") + Figures.whole(value);
    }

    private static List<Table> parts(List<Titled> differences, boolean rows) {
        List<Table> parts = new ArrayList<>();
        List<List<Cell>> all = new ArrayList<>();
        for (Titled each : differences) {
            List<List<Cell>> reasons = new ArrayList<>();
            for (Difference.ByReason reason : each.difference().reasons()) {
                reasons.add(List.of(
                        Cell.text(DifferenceWords.reason(reason.reason())),
                        Cell.count(reason.entries().size()),
                        Cell.count(reason.amount())));
                reason.entries()
                        .forEach(entry -> all.add(List.of(
                                Cell.text(each.difference().quantity()),
                                Cell.text(DifferenceWords.reason(entry.reason())),
                                Cell.text(DifferenceWords.where(entry)),
                                Cell.text(DifferenceWords.what(entry)),
                                Cell.count(entry.amount()))));
            }
            parts.add(
                    Table.of(List.of(Column.text("reason"), Column.count("rows"), Column.count("difference")), reasons)
                            .titled(each.title())
                            .remarking(reasons.isEmpty() ? List.of("No difference.") : List.of()));
        }
        if (rows) {
            List<Column> columns = List.of(
                    Column.text("quantity"),
                    Column.text("reason"),
                    Column.text("where"),
                    Column.text("layer"),
                    Column.count("difference"));
            parts.add(Table.of(columns, all).titled("row by row"));
        }
        return parts;
    }

    /** What a model costs under every rule, and what each rule says. */
    public static Report conventions(String model, Analysis analysis) {
        List<List<Cell>> rows = new ArrayList<>();
        CostTable first = null;
        for (Convention convention : Conventions.standard()) {
            CostTable table = CostTable.of(analysis, convention, CostTable.Grouping.TOTAL);
            first = first == null ? table : first;
            rows.add(List.of(
                    Cell.text(convention.id()),
                    Cell.count(table.total().count()),
                    Cell.text(convention.unit()),
                    Cell.text(table.unknown().isEmpty() ? "–" : String.join(", ", table.unknown())),
                    Cell.text(convention.help())));
        }
        Map<String, String> about = about(model, first, "all");
        return new TablesReport(
                about,
                List.of(Table.of(
                        List.of(
                                Column.text("convention"),
                                Column.count("count"),
                                Column.text("unit"),
                                Column.text("not known to it"),
                                Column.text("rule")),
                        rows)));
    }

    /** What a model costs over one or two of its attributes. */
    public static Report sweep(String model, String input, Sweep sweep) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("model", model);
        about.put("input", input);
        about.put("batch", "1");
        about.put("convention", sweep.convention());
        about.put("unit", sweep.unit());
        List<Column> columns = new ArrayList<>(
                sweep.ranges().stream().map(range -> Column.text(range.name())).toList());
        columns.addAll(List.of(
                Column.count("trainable"), Column.count("total"), Column.count("count"), Column.count("activations")));
        List<List<Cell>> rows = new ArrayList<>();
        for (Sweep.Point point : sweep.points()) {
            List<Cell> row =
                    new ArrayList<>(point.values().stream().map(Cell::text).toList());
            row.addAll(List.of(
                    Cell.count(point.trainable()),
                    Cell.count(point.total()),
                    Cell.count(point.count()),
                    Cell.count(point.activations())));
            rows.add(row);
        }
        return new TablesReport(about, List.of(Table.of(columns, rows)));
    }

    /**
     * Activations, weights, receptive field, lifetime and arithmetic intensity of every node, and what a pass takes.
     */
    public static Report more(String model, Analysis analysis, Convention convention) {
        CostTable costs = CostTable.of(analysis, convention, CostTable.Grouping.NODE);
        MemoryProfile memory = MemoryProfile.of(analysis);
        ReceptiveFields fields = ReceptiveFields.of(analysis);
        Map<String, MemoryProfile.Lifetime> lives =
                memory.lifetimes().stream().collect(Collectors.toMap(MemoryProfile.Lifetime::path, life -> life));
        List<List<Cell>> rows = new ArrayList<>();
        for (CostTable.Row row : costs.rows()) {
            MemoryProfile.Lifetime life = lives.get(row.path());
            ReceptiveField field = fields.at(row.path()).orElseThrow();
            rows.add(List.of(
                    Cell.text(row.path()),
                    Cell.text(CostWords.output(row)),
                    Cell.count(row.count()),
                    Cell.count(life.elements()),
                    Cell.count(life.bytes()),
                    Cell.count(life.weightBytes()),
                    Cell.text(field.size()),
                    Cell.text(
                            field.vertical().stride() + "×" + field.horizontal().stride()),
                    Cell.text(
                            field.vertical().offset() + "," + field.horizontal().offset()),
                    Cell.text(life.first() + "–" + life.last()),
                    Cell.value(life.intensity())));
        }
        Map<String, String> about = about(model, costs, convention.id());
        about.put("unit", costs.unit());
        List<Column> columns = List.of(
                Column.text("path"),
                Column.shape("output"),
                Column.count("count"),
                Column.count("activations"),
                Column.of(Column.Kind.BYTES, "activation", "bytes"),
                Column.of(Column.Kind.BYTES, "weight", "bytes"),
                Column.text("receptive field"),
                Column.text("stride"),
                Column.text("offset"),
                Column.text("steps alive"),
                Column.of(Column.Kind.RATE, "count", "per byte"));
        return new TablesReport(about, List.of(Table.of(columns, rows).remarking(remarks(memory, costs))));
    }

    private static List<String> remarks(MemoryProfile memory, CostTable costs) {
        return List.of(
                "Total: " + Figures.whole(costs.total().count()) + " " + costs.unit() + ", "
                        + Figures.whole(memory.elements()) + " activations.",
                "Weights " + Figures.bytes(memory.weightBytes()) + "; activations " + Figures.bytes(memory.keptBytes())
                        + " with every map kept, at most " + Figures.bytes(memory.peakBytes())
                        + " at once otherwise (in step " + memory.peakStep() + ", "
                        + memory.lifetimes().get(memory.peakStep()).path() + "); 32-bit floats, one picture.",
                String.format(
                        Locale.ROOT,
                        "Together a pass takes %s with every map kept, %s without.",
                        Figures.bytes(memory.weightBytes() + memory.keptBytes()),
                        Figures.bytes(memory.weightBytes() + memory.peakBytes())));
    }

    private static Map<String, String> about(String model, CostTable table, String convention) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("model", model);
        about.put("input", inputs(table));
        about.put("batch", Integer.toString(table.batch()));
        about.put("convention", convention);
        return about;
    }

    private static String inputs(CostTable table) {
        return table.inputs().stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
