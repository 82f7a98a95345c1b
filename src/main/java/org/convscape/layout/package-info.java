/**
 * Where cards, groups and connections lie on a canvas, as numbers: a pure function of what is visible and how large it
 * is, shared by the window and by drawings in files. May use documents, graphs, operations and analysis; the only
 * importer of the layout library, and no toolkit.
 */
package org.convscape.layout;
