package org.convscape.cli;

import java.util.List;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.document.Document;
import org.convscape.document.Provenance;
import org.convscape.engine.Activations;
import org.convscape.io.LabelFile;
import org.convscape.io.PathText;
import org.convscape.labels.Labels;
import org.convscape.labels.Prediction;
import picocli.CommandLine.Option;

/** The options that say what is told of the result of a classifier. */
final class TopOption {
    private static final String CIFAR = "cifar10";
    private static final String IMAGENET = "imagenet";

    @Option(names = "--top", paramLabel = "N", description = "tells the N likeliest classes of each picture")
    private Integer most;

    @Option(
            names = "--labels",
            paramLabel = "LABELS",
            description = "their names: " + IMAGENET + ", " + CIFAR + ", or a file with one a line, a table or JSON"
                    + " (default: what networks with so many outputs are usually trained on, else numbers)")
    private String named;

    /** What of one model's results is told. */
    record Told(String path, int most, Labels labels) {

        /** Nothing. */
        static final Told NOTHING = new Told("", 0, Labels.numbers(0));

        /** The likeliest classes for one picture of a run. */
        List<Prediction> of(Activations activations, int picture) {
            return most == 0 ? List.of() : Prediction.top(activations.get(path, picture), most, labels);
        }
    }

    /**
     * What is told of a model's result.
     *
     * @throws Refusal where the model ends in no vector, or there are not as many names as classes
     */
    Told told(Document document, Analysis analysis) {
        if (most == null) {
            if (named != null) {
                throw new Refusal("--labels names the classes that --top N tells, and --top was not given");
            }
            return Told.NOTHING;
        }
        if (most < 1) {
            throw new Refusal("--top: one class or more was expected, and " + most + " was found");
        }
        NodeFacts result = analysis.outputs().stream()
                .filter(facts -> facts.output().vector())
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "--top: a model that ends in one number for each class was expected; " + document.title()
                                + " ends in " + analysis.outputs().get(0).output()));
        int classes = result.output().channels();
        Labels labels = labels(document, classes);
        if (labels.names().size() != classes) {
            throw new Refusal("--labels: " + labels.title() + " has "
                    + labels.names().size() + " names, and " + document.title() + " has " + classes + " classes");
        }
        return new Told(result.node().path(), most, labels);
    }

    private Labels labels(Document document, int classes) {
        if (named == null) {
            return Labels.suiting(document.provenance().map(Provenance::network), classes);
        }
        return switch (named) {
            case CIFAR -> Labels.cifar10();
            case IMAGENET -> Labels.usual(classes).orElseGet(Labels::imagenet);
            default -> LabelFile.read(PathText.existing(named));
        };
    }
}
