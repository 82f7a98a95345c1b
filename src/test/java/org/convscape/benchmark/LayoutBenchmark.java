package org.convscape.benchmark;

import java.util.concurrent.TimeUnit;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.inventory.Inventory;
import org.convscape.op.library.OpLibrary;
import org.convscape.scene.CanvasScene;
import org.convscape.testing.DenseNets;
import org.convscape.zoo.NetworkLibrary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a whole network takes to be arranged with every group open, as after an edit of its structure, and to be
 * diagnosed with one connection that closes a cycle. What takes longer than a frame is done beside the screen.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class LayoutBenchmark {
    private final Inventory inventory = new Inventory(OpLibrary.standard(), BlockLibrary.standard());

    /** A network of the catalogue, or a DenseNet. */
    @Param({"densenet121", "densenet201", "cifar-resnet1202", "inception-resnet-v2", "resnet50"})
    private String network;

    private Document document;
    private Graph cyclic;

    /** Builds the network. */
    @Setup
    public void build() {
        Graph graph =
                switch (network) {
                    case "densenet121" -> DenseNets.densenet121();
                    case "densenet201" -> DenseNets.densenet201();
                    default ->
                        NetworkLibrary.standard().find(network).orElseThrow().build();
                };
        document = Document.of(network, graph);
        Node early = graph.nodes().get(2);
        cyclic = graph.with(
                early.withInput(0, graph.nodes().get(graph.size() - 2).path()));
    }

    /** Analysis, contents and places. */
    @Benchmark
    public CanvasScene arranged() {
        return CanvasScene.of(document, Convention.MACS, inventory);
    }

    /** The analysis of a network with a cycle. */
    @Benchmark
    public Analysis diagnosed() {
        return Analysis.of(cyclic);
    }
}
