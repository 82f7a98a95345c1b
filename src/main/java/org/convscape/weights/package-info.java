/**
 * Where the numbers of a network come from: seeded initialisation, files. May use graphs, operations and tensors.
 */
package org.convscape.weights;
