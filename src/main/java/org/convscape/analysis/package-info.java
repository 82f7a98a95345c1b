/**
 * Pure functions of a graph: shapes, counts under a convention, tables, diagnostics. Never loads the engine. May use
 * graphs, operations, attributes and tensors.
 */
package org.convscape.analysis;
