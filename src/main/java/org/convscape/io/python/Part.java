package org.convscape.io.python;

import java.util.List;

/**
 * A group, or the whole network.
 *
 * @param template what its class is called after
 * @param elements in an order in which they can be computed
 */
record Part(String path, String template, List<Element> elements, List<String> reads, List<String> gives)
        implements Element {

    Part {
        elements = List.copyOf(elements);
        reads = List.copyOf(reads);
        gives = List.copyOf(gives);
    }

    /** True where every element takes what the one before it gives, and nothing else. */
    boolean chain() {
        if (reads.size() != 1 || gives.size() != 1) {
            return false;
        }
        List<String> before = reads;
        for (Element each : elements) {
            if (!each.reads().equals(before) || each.gives().size() != 1) {
                return false;
            }
            before = each.gives();
        }
        return before.equals(gives);
    }
}
