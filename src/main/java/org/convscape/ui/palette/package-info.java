/** The palette at the left of the window. May use the screens' state, plain values and what the areas share. */
package org.convscape.ui.palette;
