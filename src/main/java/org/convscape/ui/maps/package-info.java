/**
 * The maps drawer: every channel of the selected layer, and one of them under a loupe. May use the screens' state,
 * plain values and what the areas share.
 */
package org.convscape.ui.maps;
