package org.convscape.ui.canvas;

/** What the small controls on cards and frames do. */
interface CardActions {

    /** Picks one of the layers that share a card. */
    void pick(String path);

    /** Opens a collapsed group or collapses an open one. */
    void toggle(String group);
}
