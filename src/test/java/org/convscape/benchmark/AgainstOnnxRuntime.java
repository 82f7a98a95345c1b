package org.convscape.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The engine against ONNX Runtime on whole networks, batch 1, two threads: each side in a process of its own, because
 * the threads of both spin after a run. Prints medians with quartiles and their ratio.
 *
 * <p>Two jobs: every map available afterwards (ONNX Runtime is asked for all intermediate outputs), and the result
 * only. ONNX Runtime gets the network as it is, and once more with its normalisations folded into the convolutions
 * before the export, which leaves it fewer maps to give.
 */
public final class AgainstOnnxRuntime {
    private static final List<String> NETWORKS =
            List.of("resnet50", "inception-v3", "xception", "mobilenet-v1", "googlenet");

    private AgainstOnnxRuntime() {}

    /**
     * Compares the networks named, or the five of the comparison, once; a number in front says how often, all networks
     * in turn, and {@code operations} compares ND4J's own operations instead of oneDNN itself.
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        List<String> networks = new ArrayList<>(Arrays.asList(words));
        MeasuredProcess.Side side = networks.remove("operations")
                ? MeasuredProcess.Side.CONVSCAPE_OPERATIONS
                : MeasuredProcess.Side.CONVSCAPE;
        boolean counted = !networks.isEmpty() && networks.get(0).matches("\\d+");
        int rounds = counted ? Integer.parseInt(networks.remove(0)) : 1;
        System.out.println("medians in ms, in brackets the quartiles; ratio: ours by theirs; " + side);
        System.out.println("network          job       ours                   ONNX Runtime           ratio"
                + "  ONNX Runtime, folded   ratio");
        Map<String, List<double[]>> ratios = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String network : networks.isEmpty() ? NETWORKS : networks) {
                for (MeasuredProcess.Job job : MeasuredProcess.Job.values()) {
                    double[] ratio = compare(side, job, network);
                    ratios.computeIfAbsent(name(network, job), key -> new ArrayList<>())
                            .add(ratio);
                }
            }
        }
        ratios.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%s middle of %d rounds: %.2f, folded %.2f%n",
                name,
                rounds,
                middle(all, 0),
                middle(all, 1)));
    }

    private static double middle(List<double[]> ratios, int which) {
        double[] sorted =
                ratios.stream().mapToDouble(each -> each[which]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String name(String network, MeasuredProcess.Job job) {
        return String.format(Locale.ROOT, "%-16s %-9s", network, job.name().toLowerCase(Locale.ROOT));
    }

    private static double[] compare(MeasuredProcess.Side side, MeasuredProcess.Job job, String network)
            throws IOException, InterruptedException {
        double[] ours = measure(side, job, network);
        double[] theirs = measure(MeasuredProcess.Side.ONNX_RUNTIME, job, network);
        double[] folded = measure(MeasuredProcess.Side.ONNX_RUNTIME_FOLDED, job, network);
        double[] ratio = {ours[1] / theirs[1], ours[1] / folded[1]};
        System.out.printf(
                Locale.ROOT,
                "%s %s %s  %.2f  %s  %.2f%n",
                name(network, job),
                column(ours),
                column(theirs),
                ratio[0],
                column(folded),
                ratio[1]);
        return ratio;
    }

    private static String column(double[] quartiles) {
        return String.format(Locale.ROOT, "%6.1f (%.1f to %.1f)", quartiles[1], quartiles[0], quartiles[2]);
    }

    private static double[] measure(MeasuredProcess.Side side, MeasuredProcess.Job job, String network)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx3g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredProcess.class.getName(),
                side.name(),
                job.name(),
                network);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(side + " failed on " + network + ": " + text);
        }
        String last = text.lines().reduce((before, line) -> line).orElseThrow();
        return Arrays.stream(last.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
