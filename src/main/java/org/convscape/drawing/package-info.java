/**
 * The canvas as a drawing in a file: the same cards, figures, places and colours as on the screen, without a display.
 * May use what the scene says and plain values.
 */
package org.convscape.drawing;
