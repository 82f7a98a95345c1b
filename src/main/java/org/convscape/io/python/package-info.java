/**
 * Networks as Python source: one more arithmetic, whose values are expressions, for PyTorch and for Keras. Knows no
 * operation.
 */
package org.convscape.io.python;
