package org.convscape.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.nd4j.Engines;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.Libraries;
import org.convscape.inventory.NetworkArrays;
import org.convscape.task.Progress;
import org.convscape.weights.LoadedWeights;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFiles;
import org.convscape.weights.match.Match;
import org.convscape.zoo.Network;

/**
 * How long it takes from choosing a file of weights to the first maps of a network that runs on them, in a program
 * whose engine is ready, and how much of the heap that takes at most. Name a network and a file.
 */
public final class WeightFigures {
    private WeightFigures() {}

    /** Prints the figures. */
    public static void main(String[] words) {
        Libraries libraries = Libraries.standard();
        Network network = libraries.networks().find(words[0]).orElseThrow();
        Document document = BuiltNetwork.document(
                network, network.defaultInput(), network.schema().defaults());
        try (Engine engine = Engines.nd4j()) {
            // The engine is ready once it has run another network.
            run(engine, Networks.request(Networks.named("mobilenet-v1"), path -> true))
                    .close();
            System.gc();
            peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
            long before = used();
            long start = System.nanoTime();
            try (WeightFile file = WeightFiles.open(Path.of(words[1]))) {
                Match match = NetworkArrays.of(document, libraries.networks()).match(file);
                double matched = since(start);
                LoadedWeights weights = new LoadedWeights(file, match, new SeededWeights(1));
                run(
                                engine,
                                new ForwardRequest(
                                        Analysis.of(document.graph()),
                                        Networks.request(document.graph(), path -> true)
                                                .pictures(),
                                        weights,
                                        path -> true))
                        .close();
                System.out.printf(
                        Locale.ROOT,
                        "%s: %s; opened and matched in %.0f ms, first maps after %.0f ms; heap %.0f MB more at most%n",
                        words[0],
                        match.sentence(),
                        matched,
                        since(start),
                        (peak() - before) / 1e6);
            }
        }
    }

    private static Activations run(Engine engine, ForwardRequest request) {
        return engine.run(request, Progress.NONE).result().join();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<MemoryPoolMXBean> peaks() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long peak() {
        return peaks().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
