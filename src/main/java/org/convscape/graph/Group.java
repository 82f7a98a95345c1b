package org.convscape.graph;

import java.util.List;
import org.convscape.attribute.AttributeValues;

/**
 * A named part of a graph, with the block template it was expanded from.
 *
 * @param template the id of the block template, or empty for a plain group such as a stage
 * @param attributes the values the template was expanded with
 * @param entries the input ports inside the group that take what is connected to the group as a whole
 * @param exit the path of the node whose output is the group's output, or empty where a group has none
 */
public record Group(GroupPath path, String template, AttributeValues attributes, List<Port> entries, String exit) {

    /** Keeps an unmodifiable copy of the entries. */
    public Group {
        entries = List.copyOf(entries);
    }

    /** True when the group was expanded from a block template. */
    public boolean isBlock() {
        return !template.isEmpty();
    }
}
