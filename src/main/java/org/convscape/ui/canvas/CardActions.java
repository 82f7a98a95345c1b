package org.convscape.ui.canvas;

import org.convscape.scene.Explanation;

/** What the small controls on cards and frames do. */
interface CardActions {

    /** Picks one of the layers that share a card. */
    void pick(String path);

    /** Where an amount on a card, or on the frame of a group, comes from. */
    Explanation explain(String path, Explanation.Quantity quantity);

    /** Opens a collapsed group or collapses an open one. */
    void toggle(String group);
}
