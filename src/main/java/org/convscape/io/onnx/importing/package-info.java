/**
 * ONNX models read as graphs of ours with their weights. What a file says in another layout or in smaller steps is
 * brought into our operations; what cannot be is listed with its place. May use graphs, operations, weights, the
 * analysis and the failures of files, and the ONNX message classes that ship with ND4J; never ND4J itself.
 */
package org.convscape.io.onnx.importing;
