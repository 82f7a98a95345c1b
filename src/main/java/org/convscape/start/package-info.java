/**
 * Starts the window's process once more with what makes it quick: an archive of its classes, made at the first start,
 * and the flags of the JVM that nobody should have to type. Knows no other package.
 */
package org.convscape.start;
