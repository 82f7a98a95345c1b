/**
 * The weights that others have published for networks: where each file is, how it is told from others, how pictures are
 * prepared for it, and the folder where such files are kept. Knows no network connection and no screen.
 */
package org.convscape.weights.published;
