package org.convscape.viewmodel.palette;

import java.util.Optional;
import org.convscape.block.Family;
import org.convscape.op.Category;

/**
 * One thing in the palette.
 *
 * @param item how drops and insertions name it: {@code block:residual-bottleneck}, {@code op:conv2d}, {@code network:id}
 * @param detail a few words under the label; may be empty
 * @param help a sentence or two
 * @param category of a layer; empty for the rest
 */
public record PaletteItem(
        Kind kind, String item, String label, String detail, String help, Family family, Optional<Category> category) {

    /** What it is. */
    public enum Kind {
        BLOCK,
        LAYER,
        NETWORK
    }

    /** The id without its kind. */
    public String id() {
        return item.substring(item.indexOf(':') + 1);
    }

    /** All text that a search looks at. */
    String searched() {
        return label + " " + id() + " " + detail + " " + family.label() + " " + help;
    }
}
