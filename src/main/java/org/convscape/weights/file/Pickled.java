package org.convscape.weights.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pickle may hold besides text, numbers and truth values, which are Java's own. Containers may hold themselves,
 * so nothing here compares, prints or hashes what it holds.
 */
final class Pickled {

    /** Python's {@code None}. */
    static final Object NONE = new Object();

    /** A number of more than 64 bits, or text that is no key: there, and of no use. */
    static final Object OTHER = new Object();

    private Pickled() {}

    /** A fixed list, also {@code torch.Size}. */
    static final class Tuple {
        final List<Object> items;

        Tuple(List<Object> items) {
            this.items = items;
        }
    }

    /** A list. */
    static final class Sequence {
        final List<Object> items = new ArrayList<>();
    }

    /** A dict; an {@code OrderedDict} may carry a state. Keys that are no text or number count by identity. */
    static final class Dict {
        final Map<Object, Object> items = new LinkedHashMap<>();
        final boolean ordered;

        Dict(boolean ordered) {
            this.ordered = ordered;
        }
    }

    /** A function or class that is on the list of those that are understood. */
    static final class Known {
        final String name;

        Known(String name) {
            this.name = name;
        }
    }

    /** Numbers in the file, known by a key. */
    static final class Storage {
        final String key;
        final ElementType type;
        final long elements;
        final long from;

        /**
         * A part of the numbers of a key.
         *
         * @param from the element where a view begins; 0 for the whole
         */
        Storage(String key, ElementType type, long elements, long from) {
            this.key = key;
            this.type = type;
            this.elements = elements;
            this.from = from;
        }
    }

    /** A tensor: a view of a storage, checked to lie inside it. */
    static final class View {
        final Storage storage;
        final long offset;
        final List<Long> dimensions;
        final List<Long> strides;

        View(Storage storage, long offset, List<Long> dimensions, List<Long> strides) {
            this.storage = storage;
            this.offset = offset;
            this.dimensions = dimensions;
            this.strides = strides;
        }
    }
}
