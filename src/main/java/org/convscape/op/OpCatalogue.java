package org.convscape.op;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of operation that a program knows: a value that is passed in, so that a test can add one of its own. */
public final class OpCatalogue {
    private final Map<String, OpType<?>> byId = new LinkedHashMap<>();

    /** Takes the kinds in the order in which a palette shows them; ids are unique. */
    public OpCatalogue(Collection<OpType<?>> types) {
        for (OpType<?> type : types) {
            if (byId.put(type.id(), type) != null) {
                throw new IllegalArgumentException("Two operations have the id " + type.id());
            }
        }
    }

    /** The kinds, in order. */
    public List<OpType<?>> types() {
        return List.copyOf(byId.values());
    }

    /** The kind with that id, if there is one. */
    public Optional<OpType<?>> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** This catalogue and one more kind. */
    public OpCatalogue with(OpType<?> type) {
        Map<String, OpType<?>> more = new LinkedHashMap<>(byId);
        more.put(type.id(), type);
        return new OpCatalogue(more.values());
    }
}
