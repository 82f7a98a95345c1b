package org.convscape.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.Derivation;
import org.convscape.analysis.Sweep;
import org.convscape.analysis.SweepRange;
import org.convscape.analysis.WhyDifferent;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.document.Document;
import org.convscape.graph.Graph;
import org.convscape.io.CountingReports;
import org.convscape.io.DerivationFile;
import org.convscape.io.ModelCost;
import org.convscape.io.Report;
import org.convscape.io.TableFormat;
import org.convscape.zoo.NearestNames;
import picocli.CommandLine.Option;

/** The options of {@code cost} that ask for more than the table: why, an explained number, a sweep, more counts. */
final class CostDetails {
    private static final String WHOLE = "total";

    @Option(
            names = "--why",
            description = "why two models differ, or how two conventions count one model differently:"
                    + " --why A B, or --why MODEL macs thop")
    private boolean why;

    @Option(
            names = "--explain",
            paramLabel = "PATH",
            description = "where the numbers of a layer or group come from; \"total\" for the whole")
    private String explained;

    @Option(
            names = "--sweep",
            paramLabel = "NAME=FROM..TO:STEP",
            description =
                    "cost over an attribute, such as out=16..256:16, in=..., or layer1/0/conv2:channels=...; twice for a plane")
    private List<String> sweeps = new ArrayList<>();

    @Option(
            names = "--more",
            description = "activations, weights, receptive field, lifetime and arithmetic intensity of every layer")
    private boolean more;

    @Option(names = "--conventions", description = "the total under every counting rule, and what each rule says")
    private boolean conventions;

    /** What was asked for, carried out; empty where it was the table alone. */
    Optional<String> write(
            Session session,
            List<String> names,
            ModelOptions options,
            Convention rule,
            CostTable.Grouping grouping,
            TableFormat format) {
        int asked = (why ? 1 : 0)
                + (explained == null ? 0 : 1)
                + (sweeps.isEmpty() ? 0 : 1)
                + (more ? 1 : 0)
                + (conventions ? 1 : 0);
        if (asked == 0) {
            return Optional.empty();
        }
        if (asked > 1) {
            throw new Refusal(
                    "--why, --explain, --sweep, --more and --conventions answer different questions; one at a time would work");
        }
        if (why) {
            return Optional.of(why(session, names, options, rule, grouping != CostTable.Grouping.TOTAL, format));
        }
        if (names.size() != 1) {
            throw new Refusal("--explain, --sweep, --more and --conventions take one model, found " + names.size());
        }
        String name = names.get(0);
        if (!sweeps.isEmpty()) {
            return Optional.of(sweep(session, name, options, rule, format));
        }
        Document document = options.document(session, name);
        Analysis analysis = ModelOptions.complete(document, name);
        if (explained != null && explained.isBlank()) {
            throw new Refusal("--explain takes the path of a layer or group, or total, found nothing");
        }
        if (explained != null) {
            return Optional.of(DerivationFile.write(explained(analysis, rule), format));
        }
        Report report = more
                ? CountingReports.more(document.title(), analysis, rule)
                : CountingReports.conventions(document.title(), analysis);
        return Optional.of(report.write(format));
    }

    private List<Derivation> explained(Analysis analysis, Convention rule) {
        List<Derivation> explained = new ArrayList<>();
        if (this.explained.equals(WHOLE)) {
            explained.addAll(explained(analysis, "", rule));
        }
        // A layer of that name does not hide the whole, nor the whole the layer.
        if (!this.explained.equals(WHOLE) || analysis.graph().find(WHOLE).isPresent()) {
            explained.addAll(explained(analysis, this.explained, rule));
        }
        return explained;
    }

    private static List<Derivation> explained(Analysis analysis, String path, Convention rule) {
        try {
            return List.of(Derivation.ofCount(analysis, path, rule), Derivation.ofParameters(analysis, path));
        } catch (IllegalArgumentException e) {
            List<String> paths = new ArrayList<>();
            analysis.graph().groups().forEach(group -> paths.add(group.path().text()));
            analysis.nodes().forEach(node -> paths.add(node.node().path()));
            throw new Refusal(e.getMessage() + NearestNames.hint(path, paths));
        }
    }

    private static String why(
            Session session,
            List<String> names,
            ModelOptions options,
            Convention rule,
            boolean rows,
            TableFormat format) {
        List<Convention> rules = new ArrayList<>();
        List<String> models = new ArrayList<>();
        for (String name : names) {
            Conventions.find(name)
                    .filter(known -> session.catalogue().find(name).isEmpty())
                    .ifPresentOrElse(rules::add, () -> models.add(name));
        }
        if (models.size() == 1 && rules.size() == 2) {
            Document document = options.document(session, models.get(0));
            Analysis analysis = ModelOptions.complete(document, models.get(0));
            return CountingReports.why(
                            cost(document, analysis, rule),
                            WhyDifferent.conventions(analysis, rules.get(0), rules.get(1)),
                            rules.get(0),
                            rules.get(1),
                            rows)
                    .write(format);
        }
        if (models.size() != 2 || !rules.isEmpty()) {
            throw new Refusal(
                    "--why compares two models, such as resnet50 resnet50-v1, or one model under two conventions,"
                            + " such as resnet50 macs thop; found " + String.join(" ", names));
        }
        Document left = options.document(session, models.get(0));
        Document right = options.document(session, models.get(1));
        Analysis before = ModelOptions.complete(left, models.get(0));
        Analysis after = ModelOptions.complete(right, models.get(1));
        return CountingReports.why(
                        cost(left, before, rule),
                        cost(right, after, rule),
                        WhyDifferent.networks(before, after, rule),
                        rows)
                .write(format);
    }

    private static ModelCost cost(Document document, Analysis analysis, Convention rule) {
        return new ModelCost(document.title(), CostTable.of(analysis, rule, CostTable.Grouping.TOTAL));
    }

    private String sweep(Session session, String name, ModelOptions options, Convention rule, TableFormat format) {
        List<SweepRange> ranges = sweeps.stream().map(SweepRange::parse).toList();
        Sweep sweep = Sweep.of(ranges, values -> swept(session, name, options, values), rule);
        return CountingReports.sweep(name, options.inputOf(session, name, ranges), sweep)
                .write(format);
    }

    /**
     * Attributes of the model go in when it is built; those of one of its nodes, written {@code path:name}, afterwards.
     */
    private static Graph swept(Session session, String name, ModelOptions options, Map<String, String> values) {
        Map<String, String> ofModel = new HashMap<>();
        Map<String, String> ofNodes = new HashMap<>();
        values.forEach((key, value) -> (key.contains(":") ? ofNodes : ofModel).put(key, value));
        Graph graph;
        try {
            graph = options.graph(session, name, ofModel);
        } catch (Refusal e) {
            throw new InvalidAttribute(e.getMessage());
        }
        for (Map.Entry<String, String> change : ofNodes.entrySet()) {
            int colon = change.getKey().lastIndexOf(':');
            graph = Sweep.withAttribute(
                    graph,
                    change.getKey().substring(0, colon),
                    change.getKey().substring(colon + 1),
                    change.getValue());
        }
        return graph;
    }
}
