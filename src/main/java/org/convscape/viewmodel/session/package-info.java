/**
 * What is open, kept on the disk while it is edited, and offered again after the program has ended otherwise than by
 * being closed.
 */
package org.convscape.viewmodel.session;
