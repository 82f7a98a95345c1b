/**
 * The kinds of files that a document is written as and read from, in registries that the command line and the window
 * read. Knows all formats; no format knows it.
 */
package org.convscape.exchange;
