/**
 * The inspector at the right of the window: the form and the numbers of what is selected. May use the screens' state,
 * plain values and what the areas share.
 */
package org.convscape.ui.inspector;
