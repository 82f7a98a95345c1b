/**
 * A network as an immutable graph of operations, with the groups that its blocks expanded into. May use operations,
 * attributes and tensors.
 */
package org.convscape.graph;
