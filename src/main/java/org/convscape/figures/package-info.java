/**
 * How numbers are written, so that a screen and a file show the same text. Knows no other package.
 */
package org.convscape.figures;
