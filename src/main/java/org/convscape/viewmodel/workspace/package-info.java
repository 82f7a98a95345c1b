/**
 * One document being worked on: its history, what is selected, what is inserted, and its runs.
 */
package org.convscape.viewmodel.workspace;
