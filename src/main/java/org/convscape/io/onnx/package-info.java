/**
 * Graphs with their weights as ONNX models, for other programs to open and to check ours against. May use analysis,
 * operations, tensors, weights and whole files, and the ONNX message classes that ship with ND4J; never ND4J itself.
 */
package org.convscape.io.onnx;
