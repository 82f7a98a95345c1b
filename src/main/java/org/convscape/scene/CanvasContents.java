package org.convscape.scene;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.NodeFacts;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.inventory.Inventory;
import org.convscape.layout.Card;
import org.convscape.layout.Link;
import org.convscape.op.Operation;
import org.convscape.tensor.Shape;

/**
 * What is written on cards, groups and connections, for one state of a document. Texts are made when they are asked
 * for, so that a network of thousands of layers costs no more than what is seen of it.
 */
public final class CanvasContents {
    private final Analysis analysis;
    private final Inventory inventory;
    private final CardUnits units;
    private final GroupSums sums;
    private final Conditions matters;
    private final Shortcuts shortcuts;

    private CanvasContents(
            Analysis analysis,
            Inventory inventory,
            CardUnits units,
            GroupSums sums,
            Conditions matters,
            Shortcuts shortcuts) {
        this.analysis = analysis;
        this.inventory = inventory;
        this.units = units;
        this.sums = sums;
        this.matters = matters;
        this.shortcuts = shortcuts;
    }

    public static CanvasContents of(Analysis analysis, Convention convention, Inventory inventory, CardUnits units) {
        return new CanvasContents(
                analysis,
                inventory,
                units,
                new GroupSums(analysis, convention),
                new Conditions(analysis),
                new Shortcuts(analysis.graph(), inventory));
    }

    /** The contents after a change that touched neither nodes nor connections, only what is written on them. */
    public CanvasContents rewritten(Analysis changed, Convention convention) {
        Conditions same = changed == analysis ? matters : new Conditions(changed);
        return new CanvasContents(changed, inventory, units, new GroupSums(changed, convention), same, shortcuts);
    }

    /** The contents with other layers sharing cards. */
    public CanvasContents joined(CardUnits others) {
        return new CanvasContents(analysis, inventory, others, sums, matters, shortcuts);
    }

    private Graph graph() {
        return analysis.graph();
    }

    /** Which layers share a card. */
    public CardUnits units() {
        return units;
    }

    /** The format of a card. */
    public CardFormat format(Card card) {
        return card.collapsedGroup()
                ? CardFormat.GROUP
                : CardFormat.of(graph().node(card.path()).operation().type().category());
    }

    /** The family whose colour a card has. */
    public Family family(Card card) {
        return card.collapsedGroup()
                ? family(graph().group(new GroupPath(card.path())))
                : familyAround(GroupPath.of(card.path()));
    }

    /**
     * What is written on a card.
     *
     * @param shown the layer of the card that a person has picked, or the card's own path: then the card speaks of all
     */
    public CardContent card(Card card, String shown) {
        return card.collapsedGroup() ? group(card) : layer(card, shown);
    }

    private CardContent group(Card card) {
        GroupPath path = new GroupPath(card.path());
        Optional<Group> group = graph().group(path);
        String exit = group.map(Group::exit).orElse("");
        return new CardContent(
                card.path(),
                CardFormat.GROUP,
                GroupPath.tellingName(path.text()),
                kind(group),
                "",
                null,
                family(group),
                List.of(),
                shape(exit),
                exit,
                sums.of(path),
                conditionOf(path, exit),
                messageOf(path, exit),
                1,
                entryIsOpen(group) ? Set.of(0) : Set.of());
    }

    private Condition conditionOf(GroupPath path, String exit) {
        Condition inside = matters.condition(path);
        return inside == Condition.FINE && !exit.isEmpty() ? matters.condition(analysis.node(exit)) : inside;
    }

    private String messageOf(GroupPath path, String exit) {
        String inside = matters.message(path);
        return inside.isEmpty() && !exit.isEmpty() ? matters.message(analysis.node(exit)) : inside;
    }

    private boolean entryIsOpen(Optional<Group> group) {
        return group.stream().flatMap(found -> found.entries().stream()).anyMatch(entry -> {
            List<String> inputs = graph().node(entry.node()).inputs();
            return entry.index() < inputs.size() && inputs.get(entry.index()).equals(Node.OPEN);
        });
    }

    private CardContent layer(Card card, String shown) {
        NodeFacts own = analysis.node(card.path());
        List<NodeFacts> all =
                units.members(card.path()).stream().map(analysis::node).toList();
        boolean whole = shown.equals(card.path());
        String speaker = whole ? units.result(card.path()) : shown;
        NodeFacts worst = all.stream()
                .filter(facts -> matters.condition(facts) != Condition.FINE)
                .findFirst()
                .orElse(own);
        Operation operation = own.node().operation();
        return new CardContent(
                card.path(),
                format(card),
                GroupPath.tellingName(card.path()),
                operation.type().label(),
                operation.badge(),
                operation.type().category(),
                familyAround(own.node().group()),
                all.stream().map(this::part).toList(),
                shape(speaker),
                speaker,
                sums.of(whole ? all : List.of(analysis.node(speaker))),
                matters.condition(worst),
                matters.message(worst),
                card.inputs(),
                openPorts(own.node(), card.inputs()));
    }

    private CardContent.Part part(NodeFacts facts) {
        Operation operation = facts.node().operation();
        String words = facts.node().name() + ", " + operation.label();
        return new CardContent.Part(
                facts.node().path(), Abbreviation.of(operation.type()), words, matters.condition(facts));
    }

    private static Set<Integer> openPorts(Node node, int ports) {
        Set<Integer> open = new TreeSet<>();
        for (int port = 0; port < ports; port++) {
            if (port >= node.inputs().size() || node.inputs().get(port).equals(Node.OPEN)) {
                open.add(port);
            }
        }
        return open;
    }

    private String shape(String node) {
        return analysis.shape(node).map(Shape::toString).orElse("");
    }

    private String kind(Optional<Group> group) {
        return group.flatMap(inventory::templateOf).map(BlockTemplate::label).orElse("Group");
    }

    private Family family(Optional<Group> group) {
        return group.flatMap(inventory::templateOf).map(BlockTemplate::family).orElse(Family.PLAIN);
    }

    /** The family of the innermost block around something. */
    private Family familyAround(GroupPath path) {
        for (GroupPath group = path; !group.isRoot(); group = group.parent()) {
            Optional<BlockTemplate> template = graph().group(group).flatMap(inventory::templateOf);
            if (template.isPresent()) {
                return template.get().family();
            }
        }
        return Family.PLAIN;
    }

    /**
     * Where an amount on a card or on the frame of a group comes from.
     *
     * @param shown the layer of the card that a person has picked, or the card's own path: then all on it are explained
     */
    public Explanation explain(String path, String shown, Explanation.Quantity quantity) {
        List<String> counted = shown.equals(path) ? units.members(path) : List.of(shown);
        return Explanation.of(analysis, counted, quantity, sums.convention());
    }

    /** What is written on the frame of an open group. */
    public GroupContent group(GroupPath path) {
        Optional<Group> group = graph().group(path);
        return new GroupContent(
                path,
                GroupPath.tellingName(path.text()),
                group.flatMap(inventory::templateOf).map(BlockTemplate::label).orElse(""),
                family(group),
                shape(group.map(Group::exit).orElse("")),
                sums.of(path),
                matters.condition(path),
                matters.message(path));
    }

    /** What is shown of a connection. */
    public LinkContent link(Link link) {
        String source = link.edges().get(0).from();
        Family bypassed = shortcuts.of(link.edges());
        Set<String> takers = new HashSet<>();
        graph().outgoing(source).forEach(edge -> takers.add(units.host(edge.to())));
        boolean enters =
                !GroupPath.of(source).equals(GroupPath.of(link.edges().get(0).to()));
        return new LinkContent(
                shape(source),
                bypassed != null,
                bypassed == null ? Family.PLAIN : bypassed,
                (takers.size() > 1 && bypassed == null) || enters);
    }
}
