/**
 * The operations, one to a file, and {@link org.convscape.op.library.OpLibrary} that lists them. Each is complete in
 * its file: nothing about one operation stands anywhere else.
 */
package org.convscape.op.library;
