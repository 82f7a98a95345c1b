/**
 * What a person has built and how it lies on the canvas, as an immutable value; edits as values; undo as a list of
 * snapshots. May use blocks, graphs, operations, attributes and tensors.
 */
package org.convscape.document;
