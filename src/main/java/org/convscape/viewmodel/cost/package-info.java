/**
 * Counts and measured times of the document that has the focus.
 */
package org.convscape.viewmodel.cost;
