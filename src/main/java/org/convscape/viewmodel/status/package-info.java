/**
 * What is said of the document that has the focus without being asked: figures of the status bar, problems.
 */
package org.convscape.viewmodel.status;
