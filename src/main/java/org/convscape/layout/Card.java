package org.convscape.layout;

import org.convscape.graph.GroupPath;

/**
 * Something that is drawn as one card: a node, or a collapsed group.
 *
 * @param path of the node or group
 * @param collapsedGroup true for a group
 * @param within the innermost open group around the card; the root where there is none
 * @param inputs how many input ports the card has; a collapsed group has one, where all its connections enter
 */
public record Card(String path, boolean collapsedGroup, GroupPath within, int inputs) {}
