package org.convscape.benchmark;

import java.util.concurrent.TimeUnit;
import org.convscape.analysis.Analysis;
import org.convscape.block.ResidualBottleneck;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.zoo.NetworkLibrary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Shapes, weights, costs and diagnostics of a whole graph: what happens on every keystroke. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class AnalysisBenchmark {

    /** The graphs. */
    public enum Subject {
        /** Bottleneck blocks one behind the other, 500 nodes. */
        NODES_500,
        /** A network as it is taught. */
        RESNET_152,
        /** One layer behind the other. */
        CHAIN_10000
    }

    @Param
    private Subject subject;

    private Graph graph;

    /** Builds the graph. */
    @Setup(Level.Trial)
    public void build() {
        graph = switch (subject) {
            case NODES_500 -> bottlenecks(500);
            case RESNET_152 -> NetworkLibrary.standard().find("resnet152").orElseThrow().build();
            case CHAIN_10000 -> chain(10_000);
        };
    }

    private static Graph bottlenecks(int nodes) {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(56, 56, 256)));
        for (int i = 0; graph.build().size() < nodes; i++) {
            at = ResidualBottleneck.TEMPLATE.addTo(
                    graph, "block" + i, ResidualBottleneck.TEMPLATE.schema().defaults(), at);
        }
        return graph.build();
    }

    private static Graph chain(int nodes) {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(56, 56, 256)));
        for (int i = 1; i < nodes; i++) {
            at = graph.add("relu" + i, new Relu(), at);
        }
        return graph.build();
    }

    /** One analysis from nothing. */
    @Benchmark
    public Analysis analyse() {
        return Analysis.of(graph);
    }
}
