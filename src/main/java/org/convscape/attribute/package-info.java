/**
 * Typed, named settings with a range, a default and a line of help: what operations, blocks and networks are turned by.
 * Forms, files, the command line and help pages are derived from them. Knows no other package.
 */
package org.convscape.attribute;
