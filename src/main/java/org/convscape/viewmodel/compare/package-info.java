/**
 * What the screen of comparisons shows: what is compared with what, and why the numbers differ. May know what other
 * screen state knows; no scene graph.
 */
package org.convscape.viewmodel.compare;
