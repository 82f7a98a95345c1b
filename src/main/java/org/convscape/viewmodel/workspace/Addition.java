package org.convscape.viewmodel.workspace;

import java.util.Optional;
import org.convscape.attribute.AttributeValues;
import org.convscape.block.BlockTemplate;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.FreeName;
import org.convscape.document.Point;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.inventory.Inventory;
import org.convscape.op.OpType;
import org.convscape.tensor.Shape;

/**
 * An operation or block that is about to be added, with what is needed to connect it.
 *
 * @param path where it will stand
 * @param add the change that adds it
 * @param takesInput false for what has no input to connect, such as a picture
 * @param takesMany true for what joins any number of inputs
 * @param block true for a block
 */
record Addition(String path, Edit add, boolean takesInput, boolean takesMany, boolean block) {

    /**
     * An item of the palette, written {@code block:id} or {@code op:id}, if there is such a thing.
     *
     * @param on the maps it is put on, to which a block fits its widths and its shortcut; empty where it stands alone
     */
    static Optional<Addition> of(
            Document document, Inventory inventory, String item, GroupPath into, Point at, Optional<Shape> on) {
        int colon = item.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String id = item.substring(colon + 1);
        return switch (item.substring(0, colon)) {
            case "op" -> inventory.operations().find(id).map(type -> of(document, type, into, at));
            case "block" -> inventory.blocks().find(id).map(template -> of(document, template, into, at, on));
            default -> Optional.empty();
        };
    }

    private static Addition of(Document document, OpType<?> type, GroupPath into, Point at) {
        String path = into.child(FreeName.in(document, into, type.id()));
        Edit add = new Edit.AddNode(path, type.create(), at);
        return new Addition(path, add, !type.isInput(), type.maximumInputs() > 1, false);
    }

    private static Addition of(
            Document document, BlockTemplate template, GroupPath into, Point at, Optional<Shape> on) {
        GroupPath path = into.group(FreeName.in(document, into, template.id()));
        AttributeValues values = template.schema().defaults();
        AttributeValues fitted = on.map(shape -> template.fitted(values, shape)).orElse(values);
        Edit add = new Edit.AddBlock(path, template, fitted, at);
        return new Addition(path.text(), add, true, false, true);
    }

    /** The change that connects an output to it, once it is there. */
    Edit from(String source) {
        return block
                ? new Edit.ConnectGroup(source, new GroupPath(path))
                : new Edit.Connect(source, path, Edit.Connect.ANY_PORT);
    }

    /** The node that carries its output in a document that has it; empty where a block has none. */
    String result(Document added) {
        return block ? added.graph().group(new GroupPath(path)).map(Group::exit).orElse("") : path;
    }
}
