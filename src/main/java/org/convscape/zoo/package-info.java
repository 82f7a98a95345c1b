/**
 * Whole networks, made of blocks, under the names that their origins gave them; and the catalogue of everything a
 * person can ask for by id. May use blocks, graphs, the analysis, the operation library, attributes and tensors.
 */
package org.convscape.zoo;
