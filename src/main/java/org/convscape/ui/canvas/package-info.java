/**
 * The canvas: cards, groups and connections, and the gestures that build with them. Knows the screens' state, the
 * layout and plain values; no other area of the window.
 */
package org.convscape.ui.canvas;
