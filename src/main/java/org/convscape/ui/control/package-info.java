/**
 * What the areas of the window share: the door to the screen's thread, themes and faces, icons, small controls. May use
 * the screens' state and plain values.
 */
package org.convscape.ui.control;
