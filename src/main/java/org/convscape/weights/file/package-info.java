/**
 * The arrays in weight files of other programs: recognised by their first bytes, read as 32-bit floats when they are
 * needed. Knows no network, no name and no layout of ours; nothing that a file says is ever carried out.
 */
package org.convscape.weights.file;
