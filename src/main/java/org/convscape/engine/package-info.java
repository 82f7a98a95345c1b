/**
 * Runs a graph on a picture: the plan, the run, the activations that it leaves, and plain loops as the oracle. Knows no
 * particular arithmetic library. May use analysis, weights, graphs, operations, tensors and tasks.
 */
package org.convscape.engine;
