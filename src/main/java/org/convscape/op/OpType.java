package org.convscape.op;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;

/**
 * What all operations of one kind share: id, label, place in the palette, number of inputs, and attributes.
 *
 * <p>The attributes are declared with the names of the record's components, in their order; the constructor of this
 * class checks that, so that a record and its attributes cannot drift apart.
 */
public final class OpType<O extends Record & Operation> {

    /** Any number of inputs from a minimum on. */
    public static final int MANY = Integer.MAX_VALUE;

    private final Class<O> record;
    private final String id;
    private final String label;
    private final Category category;
    private final String help;
    private final int minimumInputs;
    private final int maximumInputs;
    private final AttributeSchema schema;
    private final Constructor<O> constructor;
    private final RecordComponent[] components;

    private OpType(Builder<O> builder) {
        this.record = builder.record;
        this.id = builder.id;
        this.label = builder.label;
        this.category = builder.category;
        this.help = builder.help;
        this.minimumInputs = builder.minimumInputs;
        this.maximumInputs = builder.maximumInputs;
        this.schema = new AttributeSchema(builder.attributes);
        this.components = record.getRecordComponents();
        List<String> declared =
                schema.attributes().stream().map(Attribute::name).toList();
        List<String> found = new ArrayList<>();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            found.add(components[i].getName());
            types[i] = components[i].getType();
        }
        if (!declared.equals(found)) {
            throw new IllegalArgumentException(
                    record.getSimpleName() + " has components " + found + " but declares attributes " + declared);
        }
        checkTypes();
        try {
            this.constructor = record.getDeclaredConstructor(types);
            this.constructor.setAccessible(true);
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(record + " has no canonical constructor", e);
        }
    }

    private void checkTypes() {
        for (RecordComponent component : components) {
            Class<?> declared = schema.require(component.getName()).kind().type();
            Class<?> found = MethodType.methodType(component.getType()).wrap().returnType();
            if (!declared.equals(found)) {
                throw new IllegalArgumentException(record.getSimpleName() + "." + component.getName() + " is of type "
                        + component.getType().getSimpleName() + " but its attribute has values of type "
                        + declared.getSimpleName());
            }
        }
    }

    /** Begins the declaration of a kind of operation with exactly one input. */
    public static <O extends Record & Operation> Builder<O> of(
            Class<O> record, String id, String label, Category category) {
        return new Builder<>(record, id, label, category);
    }

    /** The id in files and on the command line. */
    public String id() {
        return id;
    }

    /** The name a person reads. */
    public String label() {
        return label;
    }

    /** The place in the palette. */
    public Category category() {
        return category;
    }

    /** One line of help. */
    public String help() {
        return help;
    }

    /** The least number of inputs. */
    public int minimumInputs() {
        return minimumInputs;
    }

    /** The greatest number of inputs; {@link #MANY} where there is no limit. */
    public int maximumInputs() {
        return maximumInputs;
    }

    /** True for the network's input, such as the picture: it takes nothing, its values are given and not computed. */
    public boolean isInput() {
        return maximumInputs == 0;
    }

    /** The attributes, in the order of the record's components. */
    public AttributeSchema schema() {
        return schema;
    }

    /** An operation with every attribute at its default. */
    public O create() {
        return create(schema.defaults());
    }

    /**
     * An operation with these values.
     *
     * @throws InvalidAttribute when the values are in range one by one but do not go together
     */
    public O create(AttributeValues values) {
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = values.get(components[i].getName());
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidAttribute invalid) {
                throw invalid;
            }
            throw new IllegalStateException(id + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(id + " cannot be made", e);
        }
    }

    /** The values that an operation of this kind carries. */
    public AttributeValues valuesOf(Operation operation) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            for (RecordComponent component : components) {
                values.put(component.getName(), component.getAccessor().invoke(operation));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(id + " cannot be read", e);
        }
        return new AttributeValues(schema, values);
    }

    @Override
    public String toString() {
        return id;
    }

    /** Collects the declaration of a kind of operation. */
    public static final class Builder<O extends Record & Operation> {
        private final Class<O> record;
        private final String id;
        private final String label;
        private final Category category;
        private final List<Attribute<?>> attributes = new ArrayList<>();
        private String help = "";
        private int minimumInputs = 1;
        private int maximumInputs = 1;

        private Builder(Class<O> record, String id, String label, Category category) {
            this.record = record;
            this.id = id;
            this.label = label;
            this.category = category;
        }

        /** One line of help. */
        public Builder<O> help(String line) {
            this.help = line;
            return this;
        }

        /** How many inputs the operation takes. */
        public Builder<O> inputs(int minimum, int maximum) {
            this.minimumInputs = minimum;
            this.maximumInputs = maximum;
            return this;
        }

        /** The next attribute, named as the next component of the record. */
        public Builder<O> attribute(Attribute<?> attribute) {
            attributes.add(attribute);
            return this;
        }

        /** Ends the declaration. */
        public OpType<O> build() {
            return new OpType<>(this);
        }
    }
}
