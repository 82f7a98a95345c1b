package org.convscape.layout;

/** How large a card is drawn, in canvas units. */
public record Extent(double width, double height) {}
