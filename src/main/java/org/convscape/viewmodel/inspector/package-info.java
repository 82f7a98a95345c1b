/**
 * What the inspector shows and changes: the form of what is selected, made from its attributes, and every number that
 * is known of it. May use everything {@code viewmodel} may.
 */
package org.convscape.viewmodel.inspector;
