package org.convscape.exchange;

import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.document.Document;
import org.convscape.inventory.Inventory;
import org.convscape.weights.WeightStore;

/**
 * What is exported.
 *
 * @param document with the title that it goes by
 * @param analysis of the document's graph
 * @param inventory what the document is made of
 * @param convention the rule that counts are for
 * @param allMaps whether a model that computes gives the output of every layer besides its results
 * @param weights what a model that computes has for arrays
 * @param source where the weights come from, in words
 */
public record Exported(
        Document document,
        Analysis analysis,
        Inventory inventory,
        Convention convention,
        boolean allMaps,
        WeightStore weights,
        String source) {}
