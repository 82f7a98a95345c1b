/**
 * What outlives the program, without a screen: settings, and a journal of what is open, from which it is brought back.
 */
package org.convscape.session;
