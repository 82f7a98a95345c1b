/**
 * Block templates: named, turnable pieces of architecture that expand into visible nodes and have no shape, cost or
 * forward pass of their own. May use graphs, the operation library, attributes and tensors.
 */
package org.convscape.block;
