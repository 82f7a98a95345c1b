package org.convscape.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    /** Compares the networks named, or the five of the comparison. */
    public static void main(String[] names) throws IOException, InterruptedException {
        System.out.println("medians in ms, in brackets the quartiles; ratio: ours by theirs");
        System.out.println("network       job        ours                     ONNX Runtime             ratio"
                + "  ONNX Runtime, folded     ratio");
        for (String network : names.length == 0 ? NETWORKS : Arrays.asList(names)) {
            for (MeasuredProcess.Job job : MeasuredProcess.Job.values()) {
                double[] ours = measure(MeasuredProcess.Side.CONVSCAPE, job, network);
                double[] theirs = measure(MeasuredProcess.Side.ONNX_RUNTIME, job, network);
                double[] folded = measure(MeasuredProcess.Side.ONNX_RUNTIME_FOLDED, job, network);
                System.out.printf(
                        Locale.ROOT,
                        "%-13s %-9s %s %s  %.2f  %s  %.2f%n",
                        network,
                        job.name().toLowerCase(Locale.ROOT),
                        column(ours),
                        column(theirs),
                        ours[1] / theirs[1],
                        column(folded),
                        ours[1] / folded[1]);
            }
        }
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
