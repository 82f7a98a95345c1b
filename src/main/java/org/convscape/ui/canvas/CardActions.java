package org.convscape.ui.canvas;

import java.util.List;
import org.convscape.viewmodel.Explanation;

/** What the small controls on cards and frames do. */
interface CardActions {

    /** Picks one of the layers that share a card. */
    void pick(String path);

    /** Where an amount of these layers, or of one group, comes from. */
    Explanation explain(List<String> counted, Explanation.Quantity quantity);

    /** Opens a collapsed group or collapses an open one. */
    void toggle(String group);
}
