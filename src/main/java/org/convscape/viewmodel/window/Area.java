package org.convscape.viewmodel.window;

/** The areas of the window, in the order in which the keyboard goes through them. */
public enum Area {
    PALETTE,
    CANVAS,
    DRAWER,
    INSPECTOR
}
