package org.convscape.cli;

import java.util.ArrayList;
import java.util.List;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.document.Document;
import org.convscape.io.CostReport;
import org.convscape.io.ModelCost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts parameters and multiply-adds of models, row by row. */
@Command(
        description = "Counts parameters and multiply-adds; several models are compared.",
        mixinStandardHelpOptions = true)
final class CostCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", arity = "1..*", description = "id of a network, block or operation, or a file")
    private List<String> models;

    @Mixin
    private ModelOptions options;

    @Mixin
    private CostDetails details;

    @Option(
            names = "--by",
            paramLabel = "GROUPING",
            defaultValue = "node",
            description = "what a row stands for: node, block or total (default: ${DEFAULT-VALUE})")
    private Grouping grouping;

    @Mixin
    private ConventionOption convention;

    @Mixin
    private FormatOption format;

    CostCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Convention rule = convention.rule();
        spec.commandLine()
                .getOut()
                .print(details.write(session, models, options, rule, grouping.rows, format.chosen())
                        .orElseGet(() -> table(rule)));
    }

    private String table(Convention rule) {
        List<ModelCost> costs = new ArrayList<>();
        for (String name : models) {
            Document document = options.document(session, name);
            costs.add(new ModelCost(
                    document.title(), CostTable.of(ModelOptions.complete(document, name), rule, grouping.rows)));
        }
        return new CostReport(costs).write(format.chosen());
    }
}
