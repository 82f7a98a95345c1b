/**
 * What can be taken from the palette or found by typing: blocks, layers, networks, and the nodes of the open graph. May
 * use everything {@code viewmodel} may.
 */
package org.convscape.viewmodel.palette;
