package org.convscape.viewmodel.palette;

import java.util.Optional;
import org.convscape.block.Family;
import org.convscape.op.Category;

/**
 * One thing in the palette.
 *
 * @param item how drops and insertions name it: {@code block:residual-bottleneck}, {@code op:conv2d},
 *     {@code network:id}
 * @param detail a few words under the label; may be empty
 * @param help a sentence or two
 * @param category of a layer; empty for the rest
 */
public record PaletteItem(
        Kind kind, String item, String label, String detail, String help, Family family, Optional<Category> category) {

    /** What every word in description or help gives: less than any fit of the name, more than scattered letters. */
    static final double IN_WORDS = 40;

    /** What it is. */
    public enum Kind {
        LAYER,
        BLOCK,
        NETWORK
    }

    /** The id without its kind. */
    public String id() {
        return item.substring(item.indexOf(':') + 1);
    }

    /** What it is, where its name stands alone: the family and a few words. */
    String described() {
        String kind = category.isPresent() ? "Layer" : family.label();
        return detail.isEmpty() ? kind : kind + " · " + detail;
    }

    /** How well it fits what was typed; 0 for not at all. */
    double fit(String typed) {
        double name = Math.max(Matching.name(label, typed), Matching.name(id(), typed) - 1);
        double fit = Math.max(name, Matching.contains(searched(), typed) ? IN_WORDS : 0);
        // A layer is plainer than a block of the same name, and a block than a network.
        return fit == 0 ? 0 : fit - 0.3 * kind.ordinal();
    }

    /** All text that a search looks at. */
    String searched() {
        return label + " " + id() + " " + detail + " " + family.label() + " " + help;
    }
}
