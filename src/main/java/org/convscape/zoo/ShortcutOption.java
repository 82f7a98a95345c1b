package org.convscape.zoo;

import org.convscape.attribute.Attribute;
import org.convscape.block.Shortcut;

/** Which shortcuts a residual network has (He et al. 2015, section 4.1). */
enum ShortcutOption {
    /** Identities; zeros for channels that are missing, so that there are no parameters. */
    A,
    /** Identities; projections where size or channels change. */
    B,
    /** Projections everywhere. */
    C,
    /** No shortcuts: the plain twin of the network. */
    NONE;

    /** Chooses the shortcuts. */
    static final Attribute<ShortcutOption> SHORTCUT = Attribute.choice(
            "shortcut",
            "Shortcuts",
            B,
            "a: zero-padded, b: projected where shapes change, c: all projected, none: plain.");

    /** The shortcut of a block that does or does not change the shape. */
    Shortcut of(boolean changesShape) {
        return switch (this) {
            case A -> changesShape ? Shortcut.ZERO_PAD : Shortcut.IDENTITY;
            case B -> changesShape ? Shortcut.PROJECTION : Shortcut.IDENTITY;
            case C -> Shortcut.PROJECTION;
            case NONE -> Shortcut.NONE;
        };
    }
}
