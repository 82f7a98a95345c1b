package org.convscape.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.nd4j.Engines;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.graph.Graph;
import org.convscape.op.library.BatchNorm;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;

/**
 * Figures of the engine that are not times of layers: what an edit costs, what a click on a map costs that was not
 * stored, how soon a run is cancelled, how memory grows, what a first run costs, and what other work on the machine
 * costs. Name one of {@code edit}, {@code click}, {@code cancel}, {@code soak}, {@code peak}, {@code first},
 * {@code busy}; the soak takes a network and a number of runs.
 */
public final class EngineFigures {
    private static final int WARM_UP = 20;
    private static final int RUNS = 20;

    private EngineFigures() {}

    /** Prints what is asked for. */
    public static void main(String[] words) throws IOException, InterruptedException {
        if (words[0].equals("spin")) {
            spin();
        }
        try (Engine engine = Engines.nd4j()) {
            switch (words[0]) {
                case "edit" -> edit(engine);
                case "click" -> click(engine, words.length > 1 ? words[1] : "resnet50");
                case "cancel" -> cancel(engine, words.length > 1 ? words[1] : "vgg19");
                case "soak" -> soak(engine, words[1], Integer.parseInt(words[2]));
                case "peak" -> soak(engine, words.length > 1 ? words[1] : "resnet152", 5);
                case "first" -> first(engine, words.length > 1 ? words[1] : "resnet50");
                case "busy" -> busy(engine, words.length > 1 ? words[1] : "resnet50");
                default ->
                    throw new IllegalArgumentException(
                            "edit, click, cancel, soak, peak, first or busy, not " + words[0]);
            }
        }
    }

    private static Activations run(Engine engine, ForwardRequest request) {
        return engine.run(request, Progress.NONE).result().join();
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static double timed(Engine engine, ForwardRequest request) {
        long start = System.nanoTime();
        run(engine, request).close();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(Engine engine, ForwardRequest request, int runs) {
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            times[i] = timed(engine, request);
        }
        return median(times);
    }

    /** The first run of a network in a program that has run another: weights are drawn, kernels are put in order. */
    private static void first(Engine engine, String network) {
        median(engine, Networks.request(Networks.named("mobilenet-v1"), path -> true), 5 * WARM_UP);
        ForwardRequest request = Networks.request(Networks.named(network), path -> true);
        long start = System.nanoTime();
        double compiled;
        try (Activations activations = run(engine, request)) {
            compiled = activations.totalMilliseconds();
        }
        double first = (System.nanoTime() - start) / 1e6;
        median(engine, request, 5 * WARM_UP);
        double warm = median(engine, request, RUNS);
        System.out.printf(
                Locale.ROOT,
                "%s: first run %.0f ms with drawing its weights, %.0f ms compiling and running; warm %.1f ms, ratio %.1f%n",
                network,
                first,
                compiled,
                warm,
                compiled / warm);
    }

    /** The same runs with nothing else to do, and with as many endless loops beside them as there are processors. */
    private static void busy(Engine engine, String network) throws IOException {
        ForwardRequest request = Networks.request(Networks.named(network), path -> true);
        median(engine, request, 5 * WARM_UP);
        for (int round = 1; round <= 3; round++) {
            double quiet = median(engine, request, RUNS);
            List<Process> loops = new ArrayList<>();
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                loops.add(new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                EngineFigures.class.getName(),
                                "spin")
                        .start());
            }
            median(engine, request, 5);
            double busy = median(engine, request, RUNS);
            loops.forEach(Process::destroyForcibly);
            median(engine, request, 5);
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d: %.1f ms alone, %.1f ms beside %d endless loops, ratio %.2f%n",
                    network,
                    round,
                    quiet,
                    busy,
                    loops.size(),
                    busy / quiet);
        }
    }

    private static void spin() {
        long turns = 0;
        while (turns >= 0) {
            turns = (turns + 1) & Long.MAX_VALUE;
        }
    }

    /** A normalisation in the last stage of ResNet-50 gets another epsilon with every run. */
    private static void edit(Engine engine) {
        ForwardRequest request = Networks.request(Networks.named("resnet50"), path -> true);
        double[] whole = new double[RUNS];
        double[] edited = new double[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            long start = System.nanoTime();
            run(engine, request.anew()).close();
            double took = (System.nanoTime() - start) / 1e6;
            Graph graph = request.analysis().graph();
            Graph other = graph.with(graph.node("layer4/1/bn1").with(BatchNorm.of(1e-5 + (i + WARM_UP + 1) * 1e-7)));
            Activations before = run(engine, request.with(PlanOptions.ALL));
            start = System.nanoTime();
            Activations after = run(
                    engine,
                    new ForwardRequest(
                            Analysis.of(other), request.pictures(), request.weights(), path -> true, PlanOptions.ALL));
            double again = (System.nanoTime() - start) / 1e6;
            if (i >= 0) {
                whole[i] = took;
                edited[i] = again;
            }
            if (i == RUNS - 1) {
                System.out.println("steps " + after.steps());
            }
            before.close();
            after.close();
        }
        System.out.printf(
                Locale.ROOT,
                "resnet50: whole run %.1f ms, after an edit of layer4/1/bn1 %.1f ms, ratio %.2f%n",
                median(whole),
                median(edited),
                median(edited) / median(whole));
    }

    /** Every map of a network that was not stored, fetched once with its weights drawn before and once more. */
    private static void click(Engine engine, String network) {
        ForwardRequest request = Networks.request(Networks.named(network), path -> true);
        for (int i = 0; i < WARM_UP; i++) {
            run(engine, request).close();
        }
        try (Activations activations = run(engine, request)) {
            for (String round : new String[] {"first click", "second click"}) {
                double worst = 0;
                String where = "";
                double sum = 0;
                for (String path : activations.paths()) {
                    long start = System.nanoTime();
                    activations.get(path);
                    double took = (System.nanoTime() - start) / 1e6;
                    sum += took;
                    if (took > worst) {
                        worst = took;
                        where = path;
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s: at most %.1f ms (%s), on average %.1f ms over %d maps%n",
                        network,
                        round,
                        worst,
                        where,
                        sum / activations.paths().size(),
                        activations.paths().size());
            }
        }
    }

    /** Stops a first run, which also draws the weights, at ten moments. */
    private static void cancel(Engine engine, String network) throws InterruptedException {
        engine.warmUp().join();
        ForwardRequest request = Networks.request(Networks.named(network), path -> true);
        double worst = 0;
        for (int i = 1; i <= 10; i++) {
            CountDownLatch ended = new CountDownLatch(1);
            RunningJob<Activations> running = engine.run(request, Progress.NONE);
            running.result().whenComplete((activations, failure) -> ended.countDown());
            Thread.sleep(150L * i);
            long start = System.nanoTime();
            running.cancel();
            ended.await();
            double took = (System.nanoTime() - start) / 1e6;
            boolean cancelled = running.result().isCompletedExceptionally();
            System.out.printf(
                    Locale.ROOT,
                    "%s stopped after %d ms: answered in %.0f ms%s%n",
                    network,
                    150 * i,
                    took,
                    cancelled ? "" : " (it had ended)");
            worst = Math.max(worst, took);
            try {
                running.result().join().close();
            } catch (CancellationException | java.util.concurrent.CompletionException e) {
                continue;
            }
        }
        System.out.printf(Locale.ROOT, "slowest answer %.0f ms%n", worst);
    }

    /**
     * Runs a network over and over, with resident memory now and then, each time after a collection: a virtual machine
     * lets its heap grow before it tidies up, which says nothing of what the engine holds.
     */
    private static void soak(Engine engine, String network, int runs) {
        ForwardRequest request = Networks.request(Networks.named(network), path -> true);
        int every = Math.max(1, runs / 10);
        double begin = 0;
        for (int i = 1; i <= runs; i++) {
            run(engine, request).close();
            if (i == 50) {
                begin = resident();
                System.out.printf(Locale.ROOT, "after 50 runs: %.0f MB%n", begin);
            }
            if (i % every == 0) {
                System.out.printf(Locale.ROOT, "run %d: %.0f MB resident%n", i, resident());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: peak %.0f MB%s%n",
                network,
                megabytes("VmHWM:"),
                begin == 0
                        ? ""
                        : String.format(Locale.ROOT, ", growth since run 50 %.1f %%", 100 * (resident() / begin - 1)));
        System.out.printf(
                Locale.ROOT,
                "weights %.0f MB, all maps %.0f MB%n",
                request.analysis().nodes().stream()
                                .mapToLong(NodeFacts::totalParameters)
                                .sum()
                        * 4e-6,
                request.analysis().nodes().stream()
                                .mapToLong(facts -> facts.output().elements())
                                .sum()
                        * 4e-6);
    }

    private static double resident() {
        System.gc();
        return megabytes("VmRSS:");
    }

    private static double megabytes(String line) {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(each -> each.startsWith(line))
                    .mapToDouble(each -> Double.parseDouble(each.replaceAll("[^0-9]", "")) / 1000)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
