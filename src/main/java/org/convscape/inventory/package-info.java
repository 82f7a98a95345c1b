/**
 * What there is to take: operations, blocks and networks as values that are passed in, and a network of the catalogue
 * as a document that remembers what it was built as. May use operations, blocks, networks, documents and the analysis.
 */
package org.convscape.inventory;
