package org.convscape.viewmodel.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.block.BlockTemplate;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.execution.RunSettings;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.Inventory;

/** Something with attributes that a form can change. */
interface FormSubject {

    /** Tells one subject from another over changes of the document. */
    String key();

    /** What it has now. */
    AttributeValues values();

    /**
     * The change that gives it other values.
     *
     * @throws org.convscape.attribute.InvalidAttribute when they do not go together
     */
    Edit change(Attribute<?> attribute, AttributeValues to);

    /** Why an attribute cannot be changed now; empty where it can. */
    default String locked(Attribute<?> attribute) {
        return "";
    }

    /** Its attributes. */
    default AttributeSchema schema() {
        return values().schema();
    }

    /** A node, or a block, of that path; empty for what has no attributes of its own, such as a stage. */
    static Optional<FormSubject> at(String path, Document document, Inventory inventory) {
        Optional<Node> node = document.graph().find(path);
        if (node.isPresent()) {
            return node.map(OfNode::new);
        }
        Optional<Group> group = document.graph().group(new GroupPath(path));
        return group.flatMap(inventory::templateOf).map(template -> new OfBlock(group.orElseThrow(), template));
    }

    /** A layer. */
    record OfNode(Node node) implements FormSubject {
        @Override
        public String key() {
            return node.path() + " " + node.operation().type().id();
        }

        @Override
        public AttributeValues values() {
            return node.operation().attributes();
        }

        @Override
        public Edit change(Attribute<?> attribute, AttributeValues to) {
            return new Edit.SetOperation(node.path(), node.operation().type().create(to), attribute.label());
        }
    }

    /** A block, which is expanded anew. */
    record OfBlock(Group group, BlockTemplate template) implements FormSubject {
        @Override
        public String key() {
            return group.path() + " " + template.id();
        }

        @Override
        public AttributeValues values() {
            return group.attributes();
        }

        @Override
        public Edit change(Attribute<?> attribute, AttributeValues to) {
            return new Edit.SetBlock(group.path(), template, to, attribute.label());
        }
    }

    /** How the document is run. */
    record OfSettings(Document document) implements FormSubject {
        @Override
        public String key() {
            return "settings";
        }

        @Override
        public AttributeValues values() {
            return RunSettings.of(document).values();
        }

        @Override
        public Edit change(Attribute<?> attribute, AttributeValues to) {
            return new Edit.SetSetting(attribute.name(), to.format(attribute));
        }
    }

    /**
     * The network that the document was built as, and how it is run.
     *
     * @param untouched what is built anew when a value changes; empty where a person has changed the graph since
     */
    record OfNetwork(BuiltNetwork built, Optional<BuiltNetwork> untouched, OfSettings run) implements FormSubject {
        @Override
        public String key() {
            return "network " + built.network().id();
        }

        @Override
        public AttributeSchema schema() {
            List<Attribute<?>> all = new ArrayList<>(built.network().schema().attributes());
            all.addAll(run.schema().attributes());
            return new AttributeSchema(all);
        }

        @Override
        public AttributeValues values() {
            Map<String, Object> all = new HashMap<>(built.values().asMap());
            all.putAll(run.values().asMap());
            return new AttributeValues(schema(), all);
        }

        @Override
        public Edit change(Attribute<?> attribute, AttributeValues to) {
            if (run.schema().find(attribute.name()).isPresent()) {
                return run.change(attribute, to);
            }
            Map<String, Object> own = new HashMap<>(to.asMap());
            own.keySet().retainAll(built.values().asMap().keySet());
            return untouched
                    .orElseThrow(() -> new InvalidAttribute(locked(attribute)))
                    .with(new AttributeValues(built.network().schema(), own), attribute.label());
        }

        @Override
        public String locked(Attribute<?> attribute) {
            boolean rebuilds = built.network().schema().find(attribute.name()).isPresent();
            return rebuilds && untouched.isEmpty() ? edited() : "";
        }

        String edited() {
            return "The layers are no longer those that " + built.network().id()
                    + " has by itself. Another value would build it anew, without your changes.";
        }
    }
}
