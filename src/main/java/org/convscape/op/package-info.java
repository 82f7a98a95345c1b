/**
 * The contract of an operation: what it is, which shapes and weights it has, what it costs, and how it computes.
 * Shapes, counts, forms, files and engine steps are all derived from it. May use tensors and attributes only.
 */
package org.convscape.op;
