/**
 * The cost drawer: what the network costs, row by row. May use the screens' state, plain values and what areas share.
 */
package org.convscape.ui.cost;
