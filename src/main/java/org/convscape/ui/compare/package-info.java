/**
 * The comparison drawer: why two counts or two networks differ, place by place and summed by reason. May use the
 * screens' state, plain values and what areas share.
 */
package org.convscape.ui.compare;
