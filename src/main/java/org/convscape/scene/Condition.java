package org.convscape.scene;

/** How it stands with a card. */
public enum Condition {
    /** Its shape is known. */
    FINE,
    /** One of its inputs is not connected. */
    OPEN,
    /** Something before it is not known. */
    WAITING,
    /** It cannot take what comes in. */
    WRONG
}
