package org.convscape.attribute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ordered attributes that something has; names are unique. */
public final class AttributeSchema {

    /** No attributes at all. */
    public static final AttributeSchema EMPTY = new AttributeSchema(List.of());

    private final Map<String, Attribute<?>> byName = new LinkedHashMap<>();

    /** Takes the attributes in the order in which a form shows them. */
    public AttributeSchema(List<Attribute<?>> attributes) {
        for (Attribute<?> attribute : attributes) {
            if (byName.put(attribute.name(), attribute) != null) {
                throw new IllegalArgumentException("Two attributes are named " + attribute.name());
            }
        }
    }

    /** A schema of these attributes. */
    public static AttributeSchema of(Attribute<?>... attributes) {
        return new AttributeSchema(List.of(attributes));
    }

    /** The attributes, in order. */
    public List<Attribute<?>> attributes() {
        return List.copyOf(byName.values());
    }

    /** The attribute of that name, if there is one. */
    public Optional<Attribute<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The attribute of that name.
     *
     * @throws InvalidAttribute naming the attributes there are
     */
    public Attribute<?> require(String name) {
        return find(name)
                .orElseThrow(() -> new InvalidAttribute("There is no attribute \"" + name + "\"; "
                        + (byName.isEmpty()
                                ? "there are none here"
                                : "known are " + String.join(", ", byName.keySet()))));
    }

    /**
     * Checks one value for every attribute, in order: what the constructor of a record with these attributes calls, so
     * that nothing out of range ever exists.
     *
     * @throws InvalidAttribute naming the attribute, what was expected and what was found
     */
    public void check(Object... values) {
        if (values.length != byName.size()) {
            throw new IllegalArgumentException(
                    "Expected a value for each of " + byName.keySet() + ", found " + values.length);
        }
        int next = 0;
        for (Attribute<?> attribute : byName.values()) {
            attribute.check(values[next++]);
        }
    }

    /** Every attribute at its default. */
    public AttributeValues defaults() {
        return new AttributeValues(this, Map.of());
    }
}
