package org.convscape.viewmodel.workspace;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Bounded;
import org.convscape.analysis.NodeFacts;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.figures.Figures;
import org.convscape.task.Failures;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.weights.WeightStore;

/**
 * Folds batch normalisation in a document, or unfolds it, and says what that changes: layers, numbers, and how far the
 * results on the chosen picture are apart. For the last both graphs are computed to the letter, because the engine
 * would otherwise fold by itself.
 */
public final class FoldingComparison {
    private final Engine engine;
    private final Consumer<String> say;

    /** One document before and after, each with its results. */
    private record Side(Analysis analysis, WeightStore weights) {
        ForwardRequest request(Map<String, Tensor> pictures) {
            Predicate<String> results = path -> analysis.graph().outgoing(path).isEmpty();
            return new ForwardRequest(analysis, pictures, weights, results).literally();
        }

        long numbers() {
            return analysis.nodes().stream()
                    .mapToLong(NodeFacts::totalParameters)
                    .reduce(0, Bounded::plus);
        }
    }

    /**
     * A lesson.
     *
     * @param say takes a sentence, on the screen's thread
     */
    public FoldingComparison(Engine engine, Consumer<String> say) {
        this.engine = engine;
        this.say = say;
    }

    /**
     * Makes the edit on what is selected, or on everything where nothing is.
     *
     * @param source the chosen picture, or null where there is none or the engine is not ready
     * @param weights those of a state of the document
     */
    public void apply(
            Workspace workspace,
            boolean folded,
            PictureSource source,
            BiFunction<Document, Analysis, WeightStore> weights) {
        Side before = side(workspace, weights);
        if (!workspace.apply(new Edit.SetFolded(Set.copyOf(workspace.selection()), folded))) {
            return;
        }
        workspace.seal();
        Side after = side(workspace, weights);
        String counted = "%s: %s layers became %s, %s numbers became %s"
                .formatted(
                        folded ? "Folded" : "Unfolded",
                        Figures.whole(before.analysis().nodes().size()),
                        Figures.whole(after.analysis().nodes().size()),
                        Figures.whole(before.numbers()),
                        Figures.whole(after.numbers()));
        say.accept(counted);
        if (source != null && before.analysis().complete() && after.analysis().complete()) {
            RunModel.prepare(after.analysis(), source)
                    .thenCompose(pictures -> difference(before.request(pictures), after.request(pictures)))
                    .whenComplete((difference, failure) -> say.accept(counted
                            + (failure == null
                                    ? "; on this picture the results differ by at most " + Figures.value(difference)
                                            + " of the largest value"
                                    : "; how far the results differ could not be found: "
                                            + Failures.sentence(failure, "Computing them"))));
        }
    }

    private static Side side(Workspace workspace, BiFunction<Document, Analysis, WeightStore> weights) {
        Document document = workspace.document();
        return new Side(workspace.analysis(), weights.apply(document, workspace.analysis()));
    }

    private CompletableFuture<Double> difference(ForwardRequest before, ForwardRequest after) {
        return engine.run(before, Progress.NONE)
                .result()
                .thenCompose(first -> engine.run(after, Progress.NONE).result().handle((second, failure) -> {
                    try (first;
                            second) {
                        if (failure != null) {
                            throw new CompletionException(Failures.cause(failure));
                        }
                        return largest(first, second);
                    }
                }));
    }

    /** Over all results; a result that was itself folded away stands where its linear layer stands now. */
    private static double largest(Activations before, Activations after) {
        double worst = 0;
        var others = after.paths().iterator();
        for (String path : before.paths()) {
            Tensor left = before.get(path);
            Tensor right = after.get(others.next());
            double magnitude = 0;
            double difference = 0;
            for (int i = 0; i < left.size(); i++) {
                magnitude = Math.max(magnitude, Math.abs(left.values()[i]));
                difference = Math.max(difference, Math.abs(left.values()[i] - right.values()[i]));
            }
            worst = Math.max(worst, magnitude == 0 ? difference : difference / magnitude);
        }
        return worst;
    }
}
