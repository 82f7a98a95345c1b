/**
 * The pictures that come with the program, rendered by code: every pixel of {@code sample-images/} can be made again.
 * Uses only {@code image}, to write the files; {@code pattern} holds the drawn pictures, {@code scene} what the traced
 * ones show, {@code trace} the path tracer.
 */
package org.convscape.sample;
