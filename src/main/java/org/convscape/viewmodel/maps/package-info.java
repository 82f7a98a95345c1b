/**
 * The maps of what is selected: which tensor, in what order and colours, which channel is looked at. May use everything
 * {@code viewmodel} may.
 */
package org.convscape.viewmodel.maps;
