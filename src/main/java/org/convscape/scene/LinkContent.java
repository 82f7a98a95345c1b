package org.convscape.scene;

import org.convscape.block.Family;

/**
 * All that is shown of one connection.
 *
 * @param shape what flows along it; empty while unknown
 * @param shortcut true where it bypasses the layers of a block
 * @param family of the block it bypasses; plain for other connections
 * @param pill true where its shape is worth a label even when nobody points at it
 */
public record LinkContent(String shape, boolean shortcut, Family family, boolean pill) {}
