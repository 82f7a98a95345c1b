/**
 * Sample pictures that are drawn rather than traced: gratings, a zone plate, shapes, lettering, textures. Uses the
 * noise and the colours of the tracer.
 */
package org.convscape.sample.pattern;
