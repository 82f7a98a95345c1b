package org.convscape.sample.trace;

/**
 * A distant round light: the direction to it, the light it throws on a surface that faces it, and how large it looks
 * (the sine of its radius; 0.005 for the real one, more for a soft shadow).
 */
public record Sun(Vec direction, Vec strength, double radius) {}
