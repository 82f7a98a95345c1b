/** What the areas of the window share: the door to the screen's thread, colours, small controls. */
package org.convscape.ui.control;
