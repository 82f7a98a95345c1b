package org.convscape.sample.trace;

/** A flat light, a window or a softbox: one corner, its two edges, and the light each point of it gives. */
public record Lamp(Vec corner, Vec edgeU, Vec edgeV, Vec light) {
    double area() {
        return edgeU.cross(edgeV).length();
    }

    Vec normal() {
        return edgeU.cross(edgeV).unit();
    }
}
