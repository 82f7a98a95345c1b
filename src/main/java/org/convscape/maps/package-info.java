/**
 * From the channels of a node to pixels: colour maps, scaling, statistics, order, contact sheets. Pure arithmetic on
 * tensors without AWT or JavaFX; may use the analysis, the engine's results, pictures and tensors.
 */
package org.convscape.maps;
