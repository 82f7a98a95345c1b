package org.convscape.inventory;

import java.util.Optional;
import org.convscape.block.BlockLibrary;
import org.convscape.block.BlockTemplate;
import org.convscape.graph.Group;
import org.convscape.op.OpCatalogue;

/** What can be put on a canvas: single operations and whole blocks. */
public record Inventory(OpCatalogue operations, BlockLibrary blocks) {

    /** The template that a group was expanded from, where it was and the program knows it. */
    public Optional<BlockTemplate> templateOf(Group group) {
        return group.isBlock() ? blocks.find(group.template()) : Optional.empty();
    }
}
