/**
 * Values on the Java heap: what a layer's output looks like ({@link org.convscape.tensor.Shape}) and what it holds
 * ({@link org.convscape.tensor.Tensor}). Knows no other package.
 */
package org.convscape.tensor;
