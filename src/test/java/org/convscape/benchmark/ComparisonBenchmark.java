package org.convscape.benchmark;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.convscape.cli.Cli;
import org.convscape.cli.Session;
import org.convscape.engine.PlannedEngine;
import org.convscape.op.library.OpLibrary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Four networks side by side, once in a process that has done nothing yet: building them, counting, aligning, and
 * writing the table, or also the page with its chart. The table is to take less than 500 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ComparisonBenchmark {

    /** True where the page is written too. */
    @Param({"false", "true"})
    private boolean page;

    /** The command, without its output on a screen. */
    @Benchmark
    public String compare() {
        List<String> arguments =
                new ArrayList<>(List.of("compare", "resnet50", "inception-v3", "xception", "mobilenet-v1"));
        if (page) {
            arguments.addAll(List.of(
                    "--report",
                    Path.of(System.getProperty("java.io.tmpdir"), "comparison.html")
                            .toString()));
        }
        StringWriter out = new StringWriter();
        Session session = Session.of(OpLibrary.standard(), PlannedEngine::ofPlainLoops);
        Cli.run(arguments, session, new PrintWriter(out), new PrintWriter(out));
        return out.toString();
    }
}
