/**
 * The verbs on ND4J and its oneDNN kernels: the only importer of ND4J. Everything here is used by one thread, and no
 * native array leaves; may use the engine's contracts, operations and tensors.
 */
package org.convscape.engine.nd4j;
