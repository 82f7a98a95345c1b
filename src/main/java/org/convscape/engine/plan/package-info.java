/**
 * What stands between a graph and a run: which steps are done, what they fold together, where results may be written
 * over inputs, and how long every value lives. May use the analysis and the contracts of operations; computes nothing.
 */
package org.convscape.engine.plan;
