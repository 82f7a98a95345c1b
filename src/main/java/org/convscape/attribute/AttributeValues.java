package org.convscape.attribute;

import java.util.LinkedHashMap;
import java.util.Map;

/** A value for every attribute of a schema; immutable. */
public final class AttributeValues {
    private final AttributeSchema schema;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Takes the given values, and the default where none is given.
     *
     * @throws InvalidAttribute for a name the schema lacks or a value out of range
     */
    public AttributeValues(AttributeSchema schema, Map<String, ?> given) {
        this.schema = schema;
        given.keySet().forEach(schema::require);
        for (Attribute<?> attribute : schema.attributes()) {
            Object value = given.get(attribute.name());
            values.put(attribute.name(), value == null ? attribute.defaultValue() : attribute.check(value));
        }
    }

    /** The attributes these are values of. */
    public AttributeSchema schema() {
        return schema;
    }

    /** The value of an attribute of the schema. */
    public <V> V get(Attribute<V> attribute) {
        return attribute.kind().type().cast(get(attribute.name()));
    }

    /**
     * The value of the attribute of that name.
     *
     * @throws InvalidAttribute when the schema has none
     */
    public Object get(String name) {
        schema.require(name);
        return values.get(name);
    }

    /** These values with one replaced. */
    public <V> AttributeValues with(Attribute<V> attribute, V value) {
        return withValue(attribute.name(), value);
    }

    /** These values with one replaced, read from text. */
    public AttributeValues with(String name, String text) {
        return withValue(name, schema.require(name).parse(text));
    }

    private AttributeValues withValue(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        schema.require(name);
        changed.put(name, value);
        return new AttributeValues(schema, changed);
    }

    /** One value as {@link AttributeKind#format} writes it. */
    public String format(Attribute<?> attribute) {
        return formatTyped(attribute);
    }

    private <V> String formatTyped(Attribute<V> attribute) {
        return attribute.kind().format(get(attribute));
    }

    /** Names and values, in the order of the schema. */
    public Map<String, Object> asMap() {
        return java.util.Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttributeValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
