package org.convscape.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Diagnostic;
import org.convscape.analysis.SweepRange;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.document.Document;
import org.convscape.exchange.Importers;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.io.FileFailure;
import org.convscape.io.PathText;
import org.convscape.io.ReadDocument;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.convscape.zoo.Model;
import org.convscape.zoo.NetworkLibrary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say how a model is built, shared by the commands that take one. */
final class ModelOptions {
    private static final List<String> WIDTHS = List.of("channels", "units", "width", "out");

    @Option(
            names = "--input",
            paramLabel = "HxWxC",
            description = "shape of the picture, such as 224x224x3; without it, the model's own")
    private String input;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "an attribute of the network, block or operation; may be given several times")
    private List<String> settings = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The files whose notes were given: some commands read a file more than once. */
    private final Set<String> told = new HashSet<>();

    /**
     * The model that a person asked for.
     *
     * @param name an id, or a document's file
     */
    Document document(Session session, String name) {
        Shape shape = shape();
        if (isFile(session, name)) {
            ReadDocument read = Importers.read(PathText.existing(name), session.operations(), session.blocks());
            if (told.add(name)) {
                PrintWriter err = command.commandLine().getErr();
                read.notes().forEach(note -> err.println("note: " + name + ": " + note));
                err.flush();
            }
            Document document = read.document();
            if (!settings.isEmpty()) {
                throw new Refusal("--set turns networks, blocks and operations by id; the attributes of " + name
                        + " stand in the file");
            }
            return shape == null ? document : document.with(withInput(document.graph(), shape, name));
        }
        Model model = session.catalogue().require(name);
        AttributeValues values = values(model);
        Shape entering = entering(model);
        model.refusal(entering, values).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        return NetworkLibrary.standard()
                .find(model.id())
                .map(network -> BuiltNetwork.document(network, entering, values).titled(name))
                .orElseGet(() -> Document.of(name, model.build(entering, values)));
    }

    /**
     * The graph of a model with some of its attributes varied: by their names, as {@code in} the channels of the
     * picture, and as {@code out} the first attribute that is a width.
     *
     * @throws Refusal when such a model cannot be
     */
    Graph graph(Session session, String name, Map<String, String> varied) {
        if (varied.isEmpty()) {
            return document(session, name).graph();
        }
        if (isFile(session, name)) {
            throw new Refusal("a document has no attributes of its own; PATH:NAME varies that of a layer");
        }
        Model model = session.catalogue().require(name);
        AttributeValues values = values(model);
        Shape entering = entering(model);
        for (Map.Entry<String, String> one : varied.entrySet()) {
            Optional<String> attribute = attributeOf(model, one.getKey());
            if (attribute.isEmpty() && one.getKey().equals("in")) {
                entering = withChannels(entering, one.getValue());
            } else {
                values = values.with(attribute.orElse(one.getKey()), one.getValue());
            }
        }
        return model.build(entering, values);
    }

    private static Optional<String> attributeOf(Model model, String name) {
        if (model.schema().find(name).isPresent()) {
            return Optional.of(name);
        }
        return name.equals("out")
                ? WIDTHS.stream()
                        .filter(width -> model.schema().find(width).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private static Shape withChannels(Shape shape, String channels) {
        return Input.TYPE
                .create(Input.of(shape).attributes().with("channels", channels))
                .shape();
    }

    private Shape entering(Model model) {
        Shape shape = shape();
        return shape == null ? model.defaultInput() : shape;
    }

    /** The shape that enters a model, as text; {@code 56×56×in} where its channels are varied. */
    String inputOf(Session session, String name, List<SweepRange> varied) {
        if (isFile(session, name)) {
            return "as in the file";
        }
        Model model = session.catalogue().require(name);
        Shape shape = entering(model);
        boolean channels = varied.stream().anyMatch(range -> range.name().equals("in"))
                && attributeOf(model, "in").isEmpty();
        return channels ? shape.height() + "×" + shape.width() + "×in" : shape.toString();
    }

    /**
     * The analysis of a graph of which every shape is known.
     *
     * @throws Refusal that names the first thing the matter, where one is not
     */
    static Analysis complete(Document document, String name) {
        Analysis analysis = Analysis.of(document.graph());
        if (analysis.nodes().isEmpty()) {
            throw new Refusal(name + " is empty: it has no layers");
        }
        if (!analysis.complete()) {
            Diagnostic first = analysis.diagnostics().get(0);
            int others = analysis.diagnostics().size() - 1;
            throw new Refusal(name + ": at " + first.node() + ": " + first.message()
                    + (others == 0 ? "" : " (and " + others + (others == 1 ? " more problem)" : " more problems)")));
        }
        return analysis;
    }

    private Shape shape() {
        try {
            return input == null
                    ? null
                    : Input.TYPE
                            .create(Input.of(Shape.parse(input)).attributes())
                            .shape();
        } catch (IllegalArgumentException | InvalidAttribute e) {
            throw new Refusal("--input: " + e.getMessage());
        }
    }

    private AttributeValues values(Model model) {
        AttributeValues values = model.schema().defaults();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new Refusal("--set takes name=value, found \"" + setting + "\"");
            }
            try {
                values = values.with(setting.substring(0, equals).strip(), setting.substring(equals + 1));
            } catch (InvalidAttribute e) {
                throw new Refusal(model.id() + ": " + e.getMessage());
            }
        }
        return values;
    }

    /** An id is an id even where a file of that name happens to stand, unless it is written as a path. */
    private static boolean isFile(Session session, String name) {
        if (Importers.reads(name) || name.contains("/") || name.contains("\\")) {
            return true;
        }
        try {
            return session.catalogue().find(name).isEmpty() && !name.isBlank() && Files.exists(PathText.of(name));
        } catch (FileFailure e) {
            return false;
        }
    }

    private static Graph withInput(Graph graph, Shape shape, String name) {
        List<Node> inputs = graph.nodes().stream().filter(Node::isInput).toList();
        if (inputs.size() != 1) {
            throw new Refusal("--input needs one picture to resize, and " + name + " has " + inputs.size());
        }
        return graph.with(inputs.get(0).with(Input.of(shape)));
    }
}
