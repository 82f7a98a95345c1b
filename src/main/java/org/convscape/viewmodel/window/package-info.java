/**
 * The window without a toolkit: which page, areas, theme and searches are shown, where the keyboard is, the questions
 * that are asked, and everything that can be done, as {@linkplain org.convscape.viewmodel.action actions}. What shows
 * the window follows it.
 */
package org.convscape.viewmodel.window;
