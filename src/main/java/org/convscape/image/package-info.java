/**
 * Pictures: files decoded, oriented and brought to sRGB, fitted into a network's input and normalised; PNG and NumPy
 * files written and read. The only place that knows AWT's pictures besides the exporters; may use tensors.
 */
package org.convscape.image;
