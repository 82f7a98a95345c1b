package org.convscape.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.MemoryProfile;
import org.convscape.analysis.ReceptiveFields;
import org.convscape.attribute.Padding;
import org.convscape.block.ResidualBottleneck;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
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

/**
 * Shapes, weights, costs and diagnostics of a whole graph: what happens on every keystroke. The graph is as an edit
 * leaves it: nothing of it is remembered. Medians are to be under 1 ms for ResNet-152 and under 30 ms for a chain of
 * 10,000 nodes, and to grow linearly.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
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
        /** The deepest network there is. */
        CIFAR_RESNET_1202,
        /** One layer behind the other. */
        CHAIN_10000,
        /** Ten times as many: whether time grows linearly. */
        CHAIN_100000
    }

    @Param
    private Subject subject;

    private Graph graph;

    /** Builds the graph. */
    @Setup(Level.Trial)
    public void build() {
        graph = switch (subject) {
            case NODES_500 -> bottlenecks(500);
            case RESNET_152 -> network("resnet152");
            case CIFAR_RESNET_1202 -> network("cifar-resnet1202");
            case CHAIN_10000 -> chain(10_000);
            case CHAIN_100000 -> chain(100_000);
        };
    }

    private static Graph network(String id) {
        return NetworkLibrary.standard().find(id).orElseThrow().build();
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
            at = i % 2 == 0
                    ? graph.add("relu" + i, new Relu(), at)
                    : graph.add("conv" + i, Conv2d.of(256, 3, 1, Padding.SAME, false), at);
        }
        return graph.build();
    }

    private Graph edited() {
        return new Graph(graph.nodes(), graph.groups());
    }

    /** One analysis from nothing. */
    @Benchmark
    public Analysis analyse() {
        return Analysis.of(edited());
    }

    /** The same with what hangs on it: rows by block, receptive fields and memory. */
    @Benchmark
    public List<Object> analyseAll() {
        Analysis analysis = Analysis.of(edited());
        return List.of(
                CostTable.of(analysis, Convention.MACS, CostTable.Grouping.BLOCK),
                ReceptiveFields.of(analysis),
                MemoryProfile.of(analysis));
    }
}
