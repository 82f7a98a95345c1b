package org.convscape.ui.palette;

import org.convscape.viewmodel.palette.PaletteItem;

/** A line of the palette. */
sealed interface PaletteRow {

    /** The heading of a section. */
    record Heading(String words, int items, boolean open) implements PaletteRow {}

    /** How many more there are under a heading than are shown. */
    record More(String heading, int items) implements PaletteRow {}

    /** Something that can be taken. */
    record Entry(PaletteItem item) implements PaletteRow {}
}
