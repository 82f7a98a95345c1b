package org.convscape.execution;

import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.weights.FoldedWeights;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;

/** The weights that a document is run and exported with. */
public final class DocumentWeights {
    private DocumentWeights() {}

    /** Drawn from the document's seed; where layers are folded, those of the layers they stand for, taken together. */
    public static WeightStore of(Document document, Analysis analysis) {
        return of(document, analysis, RunSettings.of(document).seed());
    }

    /** The same from another seed. */
    public static WeightStore of(Document document, Analysis analysis, long seed) {
        return over(new SeededWeights(seed), document, analysis);
    }

    /** From elsewhere; where layers are folded, those of the layers they stand for, taken together. */
    public static WeightStore over(WeightStore weights, Document document, Analysis analysis) {
        return FoldedWeights.over(
                weights, document.folds(), path -> analysis.node(path).weights());
    }
}
