package org.convscape.ui.control;

import javafx.scene.input.DataFormat;

/** What travels with a drag inside the window. */
public final class DragFormats {

    /** Something from the palette, as a line of text: {@code block:residual-bottleneck}, {@code op:conv2d}. */
    public static final DataFormat ITEM = format("application/x-convscape-item");

    private DragFormats() {}

    private static DataFormat format(String type) {
        DataFormat known = DataFormat.lookupMimeType(type);
        return known == null ? new DataFormat(type) : known;
    }
}
