package org.convscape.benchmark;

import java.util.concurrent.TimeUnit;
import org.convscape.block.BlockTemplate;
import org.convscape.block.InceptionV1;
import org.convscape.block.ResidualBottleneck;
import org.convscape.block.SeparableConv;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.PlannedEngine;
import org.convscape.engine.nd4j.Engines;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Input;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One block of each family on 56×56 positions, every map kept: the native engine against the plain loops. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 1)
public class ForwardBenchmark {

    /** The blocks, each with its own attributes and the channels it is usually given. */
    public enum Block {
        BOTTLENECK(ResidualBottleneck.TEMPLATE, 256),
        INCEPTION(InceptionV1.TEMPLATE, 192),
        SEPARABLE(SeparableConv.TEMPLATE, 128);

        private final BlockTemplate template;
        private final int channels;

        Block(BlockTemplate template, int channels) {
            this.template = template;
            this.channels = channels;
        }
    }

    /** Who computes. */
    public enum Arithmetic {
        ND4J,
        LOOPS
    }

    @Param
    private Block block;

    @Param
    private Arithmetic arithmetic;

    private Engine engine;
    private ForwardRequest request;

    /** Builds the block behind a picture of its own. */
    @Setup(Level.Trial)
    public void build() {
        engine = arithmetic == Arithmetic.ND4J ? Engines.nd4j() : PlannedEngine.ofPlainLoops();
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(56, 56, block.channels)));
        block.template.addTo(graph, "block", block.template.schema().defaults(), picture);
        request = Networks.request(graph.build(), path -> true);
    }

    /** Ends the engine's thread. */
    @TearDown(Level.Trial)
    public void end() {
        engine.close();
    }

    /** One pass. */
    @Benchmark
    public double forward() {
        try (Activations activations =
                engine.run(request, Progress.NONE).result().join()) {
            return activations.totalMilliseconds();
        }
    }
}
