/**
 * What the plane shows: the cost of a layer or a block over two of its widths. May know what other screen state knows;
 * no scene graph.
 */
package org.convscape.viewmodel.plane;
