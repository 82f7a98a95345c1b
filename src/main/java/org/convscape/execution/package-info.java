/**
 * What a document is run with (settings, weights) and what a run leaves (activations, times), and the document as a
 * model for other programs. Knows no screen, so that window and command line run a document in the same way.
 */
package org.convscape.execution;
