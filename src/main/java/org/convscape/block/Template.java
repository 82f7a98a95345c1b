package org.convscape.block;

import java.util.ArrayList;
import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.tensor.Shape;

/** What every block template says of itself. */
abstract class Template implements BlockTemplate {
    private final String id;
    private final String label;
    private final Family family;
    private final String help;
    private final Shape exampleInput;
    private final AttributeSchema schema;

    /** Takes the attributes in the order in which a form shows them, those of the style last. */
    Template(
            String id,
            String label,
            Family family,
            String help,
            Shape exampleInput,
            List<? extends Attribute<?>> attributes,
            List<? extends Attribute<?>> style) {
        this.id = id;
        this.label = label;
        this.family = family;
        this.help = help;
        this.exampleInput = exampleInput;
        List<Attribute<?>> all = new ArrayList<>(attributes);
        all.addAll(style);
        this.schema = new AttributeSchema(all);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String label() {
        return label;
    }

    @Override
    public final Family family() {
        return family;
    }

    @Override
    public final String help() {
        return help;
    }

    @Override
    public final AttributeSchema schema() {
        return schema;
    }

    @Override
    public final Shape exampleInput() {
        return exampleInput;
    }
}
