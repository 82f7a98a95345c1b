package org.convscape.viewmodel.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.IntegerKind;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.block.BlockTemplate;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.inventory.Inventory;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;

/**
 * One layer or block taken out of its network and put behind inputs of its own, so that its widths can be turned
 * without anything around it refusing.
 *
 * @param template the block; null for a layer
 * @param node the layer; null for a block
 * @param inputs what enters it in the network
 */
record Bench(String path, BlockTemplate template, Node node, AttributeValues attributes, List<Shape> inputs) {
    /** The name of the width that is no attribute: the channels that enter. */
    static final String ENTERING = "in";

    private static final int ENOUGH = 4;

    /** A layer or block of that path; empty where there is none whose input is known and that can be turned. */
    static Optional<Bench> at(String path, Analysis analysis, Inventory inventory) {
        Optional<Node> node = analysis.graph().find(path);
        if (node.isPresent()) {
            List<Shape> inputs = analysis.node(path).inputs();
            boolean known = analysis.node(path).known() && !inputs.isEmpty();
            return node.filter(any -> known)
                    .map(layer -> new Bench(path, null, layer, layer.operation().attributes(), inputs));
        }
        Optional<Group> group = analysis.graph().group(new GroupPath(path));
        Optional<Shape> entering = group.map(Group::entries).stream()
                .flatMap(List::stream)
                .map(port -> analysis.graph().node(port.node()).inputs().get(port.index()))
                .findFirst()
                .flatMap(analysis::shape);
        return group.flatMap(inventory::templateOf)
                .flatMap(template -> entering.map(shape ->
                        new Bench(path, template, null, group.orElseThrow().attributes(), List.of(shape))));
    }

    /** What can be turned, each by itself: the channels that enter, and attributes that are whole numbers. */
    List<Axis> axes() {
        return widths().stream().filter(axis -> values(axis).size() > 1).toList();
    }

    /** The values that the piece takes of a width; a grouped convolution, say, takes only some. */
    List<String> values(Axis axis) {
        List<String> fine = taken(axis, axis.values());
        List<String> coarse = fine.size() >= ENOUGH ? List.of() : taken(axis, axis.wholeMultiples());
        return coarse.size() > fine.size() ? coarse : fine;
    }

    private List<String> taken(Axis axis, List<String> values) {
        return values.stream().filter(value -> takes(axis, value)).toList();
    }

    private boolean takes(Axis axis, String value) {
        try {
            return Analysis.of(build(Map.of(axis.name(), value))).complete();
        } catch (InvalidAttribute refused) {
            return false;
        }
    }

    private List<Axis> widths() {
        List<Axis> axes = new ArrayList<>();
        axes.add(new Axis(ENTERING, "Input width", inputs.get(0).channels(), 1, Integer.MAX_VALUE));
        for (Attribute<?> attribute : attributes.schema().attributes()) {
            if (attribute.kind() instanceof IntegerKind whole) {
                axes.add(new Axis(
                        attribute.name(),
                        attribute.name().equals("channels") ? "Output width" : attribute.label(),
                        (Integer) attributes.get(attribute.name()),
                        whole.minimum(),
                        whole.maximum()));
            }
        }
        return axes;
    }

    /**
     * The piece alone, with these values.
     *
     * @throws org.convscape.attribute.InvalidAttribute when they do not go together
     */
    Graph build(Map<String, String> values) {
        AttributeValues turned = attributes;
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!value.getKey().equals(ENTERING)) {
                turned = turned.with(value.getKey(), value.getValue());
            }
        }
        GraphBuilder graph = new GraphBuilder();
        List<String> sources = new ArrayList<>();
        for (Shape shape : inputs) {
            int channels = values.containsKey(ENTERING) ? Integer.parseInt(values.get(ENTERING)) : shape.channels();
            sources.add(graph.add("input-" + (sources.size() + 1), new Input(shape.height(), shape.width(), channels)));
        }
        if (template != null) {
            template.addTo(graph, "block", turned, sources.get(0));
        } else {
            graph.add("layer", node.operation().type().create(turned), sources);
        }
        return graph.build();
    }
}
