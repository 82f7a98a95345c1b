/**
 * How long a network takes, and how that compares with what the machine could do: repeated runs, their statistics, the
 * measured roofline. May use the engine, analysis, graphs, operations, weights and tasks.
 */
package org.convscape.timing;
