/**
 * The command line: lists, counts, runs and draws without a display and without the window's toolkit. May use
 * everything below the screens.
 */
package org.convscape.cli;
