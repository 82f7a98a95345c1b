package org.convscape.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.eclipse.elk.alg.layered.options.InternalProperties;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.ElkUtil;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** One layered drawing: translates a request for the Eclipse Layout Kernel, and its answer back. */
final class LayeredLayout {
    private final LayoutRequest request;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<GroupPath, ElkNode> groups = new LinkedHashMap<>();
    private final Map<String, ElkNode> cards = new LinkedHashMap<>();
    private final Map<String, ElkPort> outputs = new HashMap<>();
    private final Map<String, List<ElkPort>> inputs = new HashMap<>();
    private final Map<Link, ElkEdge> links = new LinkedHashMap<>();

    private LayeredLayout(LayoutRequest request) {
        this.request = request;
    }

    static LayoutResult arrange(LayoutRequest request) {
        LayeredLayout layout = new LayeredLayout(request);
        layout.translate();
        new RecursiveGraphLayoutEngine().layout(layout.root, new NullElkProgressMonitor());
        return layout.result();
    }

    private void translate() {
        VisibleGraph view = request.view();
        configure(root);
        groups.put(GroupPath.ROOT, root);
        for (GroupPath path : view.groups()) {
            ElkNode group = ElkGraphUtil.createNode(groups.get(VisibleGraph.around(path.text(), groups.keySet())));
            configure(group);
            group.setProperty(
                    CoreOptions.PADDING,
                    new ElkPadding(
                            request.groupHeader() + Spacing.GROUP / 2, Spacing.GROUP, Spacing.GROUP, Spacing.GROUP));
            group.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
            group.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(Spacing.GROUP_WIDTH, request.groupHeader()));
            // The library counts a graph's nodes for its model order at the root only, and fails in groups without it.
            group.setProperty(
                    InternalProperties.MAX_MODEL_ORDER_NODES,
                    view.cards().size() + view.groups().size());
            groups.put(path, group);
        }
        view.cards().forEach(this::translate);
        view.links().forEach(this::translate);
    }

    private static void configure(ElkNode graph) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(LayeredOptions.THOROUGHNESS, 3);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, Spacing.CARDS);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Spacing.COLUMNS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, Spacing.LINKS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, Spacing.LINKS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, Spacing.LINKS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, Spacing.LINKS);
    }

    private void translate(Card card) {
        Extent extent = request.sizes().apply(card);
        ElkNode node = ElkGraphUtil.createNode(groups.get(card.within()));
        node.setDimensions(extent.width(), extent.height());
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        Box box = new Box(0, 0, extent.width(), extent.height());
        outputs.put(card.path(), port(node, box.output(), PortSide.EAST));
        List<ElkPort> entries = new ArrayList<>(card.inputs());
        for (int i = 0; i < card.inputs(); i++) {
            entries.add(port(node, box.input(i, card.inputs()), PortSide.WEST));
        }
        inputs.put(card.path(), entries);
        cards.put(card.path(), node);
    }

    private static ElkPort port(ElkNode node, Point at, PortSide side) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setLocation(at.x(), at.y());
        port.setProperty(CoreOptions.PORT_SIDE, side);
        return port;
    }

    private void translate(Link link) {
        links.put(
                link,
                ElkGraphUtil.createSimpleEdge(
                        outputs.get(link.from()), inputs.get(link.to()).get(link.port())));
    }

    private LayoutResult result() {
        Map<String, Box> cardBoxes = new LinkedHashMap<>();
        cards.forEach((path, node) -> cardBoxes.put(path, box(node)));
        Map<GroupPath, Box> groupBoxes = new LinkedHashMap<>();
        groups.forEach((path, node) -> {
            if (!path.isRoot()) {
                groupBoxes.put(path, box(node));
            }
        });
        Map<Link, List<Point>> routes = new LinkedHashMap<>();
        links.forEach((link, edge) -> routes.put(link, route(link, edge, cardBoxes)));
        return new LayoutResult(cardBoxes, groupBoxes, routes);
    }

    private static Box box(ElkNode node) {
        KVector corner = ElkUtil.absolutePosition(node);
        if (!Double.isFinite(corner.x) || !Double.isFinite(corner.y)) {
            throw new IllegalStateException("No place was found for " + node);
        }
        return new Box(corner.x, corner.y, node.getWidth(), node.getHeight());
    }

    private List<Point> route(Link link, ElkEdge edge, Map<String, Box> boxes) {
        if (edge.getSections().isEmpty()) {
            return Routes.between(boxes.get(link.from()), boxes.get(link.to()), link.port(), inputsOf(link));
        }
        ElkEdgeSection section = edge.getSections().get(0);
        KVector origin =
                edge.getContainingNode() == root ? new KVector() : ElkUtil.absolutePosition(edge.getContainingNode());
        List<Point> points = new ArrayList<>();
        points.add(new Point(origin.x + section.getStartX(), origin.y + section.getStartY()));
        for (ElkBendPoint bend : section.getBendPoints()) {
            points.add(new Point(origin.x + bend.getX(), origin.y + bend.getY()));
        }
        points.add(new Point(origin.x + section.getEndX(), origin.y + section.getEndY()));
        return points;
    }

    private int inputsOf(Link link) {
        return inputs.get(link.to()).size();
    }
}
