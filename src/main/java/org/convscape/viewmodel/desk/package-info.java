/**
 * Everything that is open in one window: the documents, which of them has the focus, and what all of them share. A
 * model of a page follows the focus; it does not ask which document is the current one.
 */
package org.convscape.viewmodel.desk;
