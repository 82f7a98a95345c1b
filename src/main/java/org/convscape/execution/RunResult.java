package org.convscape.execution;

import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;

/** What a run left, with the analysis of the graph that ran, which the document may have moved on from. */
public record RunResult(Analysis analysis, Activations activations) {}
