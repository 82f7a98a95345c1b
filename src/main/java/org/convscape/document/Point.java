package org.convscape.document;

/** A place on the canvas: the top left corner of a card, in canvas units (pixels at zoom 1). */
public record Point(double x, double y) {}
