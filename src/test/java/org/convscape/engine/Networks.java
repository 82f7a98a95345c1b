package org.convscape.engine;

import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Padding;
import org.convscape.block.BlockTemplate;
import org.convscape.block.InceptionV1;
import org.convscape.block.ResidualBottleneck;
import org.convscape.block.SeparableConv;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.op.library.Softmax;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.weights.SeededWeights;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;

/** Small networks to run. */
public final class Networks {
    private Networks() {}

    /** A residual, an Inception and a separable block one behind the other, down to probabilities. */
    public static Graph oneBlockOfEachFamily(int side) {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(side, side, 3)));
        at = graph.add("stem", Conv2d.of(256, 3, 2, Padding.SAME, true), at);
        for (BlockTemplate block :
                new BlockTemplate[] {ResidualBottleneck.TEMPLATE, InceptionV1.TEMPLATE, SeparableConv.TEMPLATE}) {
            at = block.addTo(graph, block.id(), block.schema().defaults(), at);
        }
        at = graph.add("pool", GlobalAveragePool.TYPE.create(), at);
        at = graph.add("dropout", new Dropout(0.4), at);
        at = graph.add("scores", Dense.of(10), at);
        graph.add("probabilities", new Softmax(), at);
        return graph.build();
    }

    /** A picture, a convolution, a ReLU, and the sum of all three. */
    public static Graph sumOfThree() {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(6, 6, 3)));
        String convolution = graph.add("convolution", Conv2d.of(3, 3, 1, Padding.SAME, true), picture);
        String relu = graph.add("relu", new Relu(), convolution);
        graph.add("sum", new Add(), picture, convolution, relu);
        return graph.build();
    }

    /** A network of the catalogue, at its own input and values. */
    public static Graph named(String id) {
        Model model = Catalogue.standard().require(id);
        return model.build(model.defaultInput(), model.schema().defaults());
    }

    /** A request to run a graph on random pictures with seeded weights, every time anew. */
    public static ForwardRequest request(Graph graph, Predicate<String> keep) {
        Map<String, Tensor> pictures = new java.util.LinkedHashMap<>();
        Random random = new Random(9);
        graph.nodes().stream()
                .filter(node -> node.operation() instanceof Input)
                .forEach(node -> pictures.put(node.path(), picture(((Input) node.operation()).shape(), random)));
        return new ForwardRequest(Analysis.of(graph), pictures, new SeededWeights(1), keep, PlanOptions.FRESH);
    }

    private static Tensor picture(Shape shape, Random random) {
        Tensor picture = Tensor.zeros(shape.dimensions());
        for (int i = 0; i < picture.size(); i++) {
            picture.values()[i] = (float) random.nextGaussian();
        }
        return picture;
    }
}
