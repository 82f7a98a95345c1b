package org.convscape.viewmodel.canvas;

import org.convscape.scene.Explanation;

/** What a canvas is asked to show beside one of its cards. */
public sealed interface Prompt {

    /** A field for another name of a node or group. */
    record Rename(String path) implements Prompt {}

    /** Where a number of a card or an open group comes from. */
    record Explain(String path, Explanation.Quantity quantity) implements Prompt {}
}
