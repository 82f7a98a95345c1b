package org.convscape.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeKind;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.ChoiceKind;
import org.convscape.attribute.DecimalKind;
import org.convscape.attribute.FlagKind;
import org.convscape.attribute.IntegerKind;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
import org.convscape.attribute.PaddingKind;
import org.convscape.attribute.Size;
import org.convscape.attribute.SizeKind;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.graph.Port;
import org.convscape.op.OpType;

/**
 * Graphs of any kind that a person might build or a file might hold, from a seed: nested groups, open ports, several
 * connections between two nodes, and, where asked for, cycles. Their shapes need not fit.
 */
public final class RandomGraphs {
    private final Random random;
    private final List<OpType<?>> types;

    private RandomGraphs(long seed, List<OpType<?>> types) {
        this.random = new Random(seed);
        this.types = types;
    }

    /** A graph of up to {@code size} nodes. */
    public static Graph graph(long seed, List<OpType<?>> types, int size, boolean cycles) {
        return new RandomGraphs(seed, types).build(size, cycles);
    }

    /** Values for a schema, from a seed. */
    public static AttributeValues values(long seed, AttributeSchema schema) {
        return new RandomGraphs(seed, List.of()).values(schema);
    }

    private Graph build(int size, boolean cycles) {
        List<String> paths = new ArrayList<>();
        List<GroupPath> groups = new ArrayList<>(List.of(GroupPath.ROOT));
        int count = 1 + random.nextInt(size);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(4) == 0) {
                GroupPath outer = groups.get(random.nextInt(groups.size()));
                groups.add(outer.group("group " + i + (random.nextBoolean() ? "é\"\\" : "")));
            }
            paths.add(groups.get(groups.size() - 1 - random.nextInt(Math.min(2, groups.size())))
                    .child("n" + i));
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OpType<?> type = types.get(random.nextInt(types.size()));
            int room = type.maximumInputs() == OpType.MANY ? 3 : type.maximumInputs() - type.minimumInputs();
            int inputs = type.minimumInputs() + (room == 0 ? 0 : random.nextInt(room + 1));
            List<String> sources = new ArrayList<>();
            for (int port = 0; port < inputs; port++) {
                int limit = cycles ? count : i;
                boolean open = limit == 0 || random.nextInt(6) == 0;
                sources.add(open ? Node.OPEN : paths.get(limit - 1 - random.nextInt(Math.min(limit, 5))));
            }
            nodes.add(new Node(paths.get(i), operation(type), sources));
        }
        return new Graph(nodes, groupsOf(nodes, groups));
    }

    private org.convscape.op.Operation operation(OpType<?> type) {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                return type.create(values(type.schema()));
            } catch (InvalidAttribute e) {
                // Values that are in range one by one but do not go together; others will.
                continue;
            }
        }
        return type.create();
    }

    private List<Group> groupsOf(List<Node> nodes, List<GroupPath> paths) {
        List<Group> groups = new ArrayList<>();
        for (GroupPath path : paths) {
            List<Node> held =
                    nodes.stream().filter(node -> path.contains(node.path())).toList();
            if (path.isRoot() || held.isEmpty()) {
                continue;
            }
            List<Port> entries = new ArrayList<>();
            Node first = held.get(0);
            for (int port = 0; port < first.inputs().size(); port++) {
                entries.add(new Port(first.path(), port));
            }
            String exit =
                    random.nextInt(4) == 0 ? "" : held.get(held.size() - 1).path();
            groups.add(new Group(path, "", AttributeSchema.EMPTY.defaults(), entries, exit));
        }
        return groups;
    }

    private AttributeValues values(AttributeSchema schema) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute<?> attribute : schema.attributes()) {
            if (random.nextInt(3) > 0) {
                values.put(attribute.name(), value(attribute.kind()));
            }
        }
        return new AttributeValues(schema, values);
    }

    private Object value(AttributeKind<?> kind) {
        if (kind instanceof IntegerKind integer) {
            return between(integer.minimum(), integer.maximum());
        }
        if (kind instanceof DecimalKind decimal) {
            return decimal.minimum() + random.nextDouble() * (decimal.maximum() - decimal.minimum());
        }
        if (kind instanceof FlagKind) {
            return random.nextBoolean();
        }
        if (kind instanceof ChoiceKind<?> choice) {
            return choice.choices().get(random.nextInt(choice.choices().size()));
        }
        if (kind instanceof SizeKind size) {
            return new Size(between(size.minimum(), size.maximum()), between(size.minimum(), size.maximum()));
        }
        int maximum = ((PaddingKind) kind).maximum();
        return switch (random.nextInt(4)) {
            case 0 -> Padding.SAME;
            case 1 -> Padding.VALID;
            case 2 -> Padding.of(between(0, maximum));
            default -> Padding.of(between(0, maximum), between(0, maximum), between(0, maximum), between(0, maximum));
        };
    }

    private int between(int minimum, int maximum) {
        return (int) (minimum + Math.floorMod(random.nextLong(), (long) maximum - minimum + 1));
    }
}
