package org.convscape.io.python;

import java.util.List;

/**
 * What one node computes.
 *
 * @param reads the paths of the values in its expression
 * @param text the expression
 * @param layers what it calls, by path, with what makes it; a library whose layers are made where they are called has
 *     none
 * @param constructor makes a layer that computes all of it by itself; null where there is none
 * @param words what it is, for a person
 */
record Step(String path, List<String> reads, String text, List<Layer> layers, String constructor, String words)
        implements Element {

    /** A layer with weights. */
    record Layer(String path, String constructor) {}

    Step {
        reads = List.copyOf(reads);
        layers = List.copyOf(layers);
    }

    @Override
    public List<String> gives() {
        return List.of(path);
    }
}
