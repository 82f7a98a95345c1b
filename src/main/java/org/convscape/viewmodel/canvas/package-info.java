/**
 * What a canvas shows and does, without a scene graph: cards, groups and connections with their texts and figures,
 * where they lie, what a gesture would change. May use everything {@code viewmodel} may.
 */
package org.convscape.viewmodel.canvas;
