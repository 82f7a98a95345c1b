package org.convscape.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.nd4j.Engines;
import org.convscape.execution.DocumentWeights;
import org.convscape.graph.Graph;
import org.convscape.io.onnx.OnnxExport;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;

/** One side of {@link AgainstOnnxRuntime}: runs a network many times and prints the quartiles in milliseconds. */
final class MeasuredProcess {

    private static final int RUNS = 60;
    private static final double SECONDS = 8;

    /** Who computes. */
    enum Side {
        CONVSCAPE(10),
        /** The same through ND4J's own operations. */
        CONVSCAPE_OPERATIONS(10),
        ONNX_RUNTIME(4),
        /** ONNX Runtime on a network whose normalisations were folded before: fewer maps, and fewer to give. */
        ONNX_RUNTIME_FOLDED(4);

        /** Around our kernels a virtual machine compiles for so long, on the processors they need; theirs are there. */
        private final double warmUpSeconds;

        Side(double warmUpSeconds) {
            this.warmUpSeconds = warmUpSeconds;
        }
    }

    /** What is wanted. */
    enum Job {
        ALL_MAPS(path -> true),
        RESULT(path -> false);

        private final Predicate<String> wanted;

        Job(Predicate<String> wanted) {
            this.wanted = wanted;
        }
    }

    private interface Run {
        void once() throws OrtException;
    }

    private MeasuredProcess() {}

    /** Side, job, network. */
    public static void main(String[] words) throws OrtException, IOException {
        Job job = Job.valueOf(words[1]);
        Graph graph = Networks.named(words[2]);
        ForwardRequest request = Networks.request(graph, job.wanted);
        Side side = Side.valueOf(words[0]);
        switch (side) {
            case CONVSCAPE -> ours(Engines.nd4j(), request, side.warmUpSeconds);
            case CONVSCAPE_OPERATIONS -> ours(Engines.ofOperations(), request, side.warmUpSeconds);
            case ONNX_RUNTIME -> theirs(request, side.warmUpSeconds);
            case ONNX_RUNTIME_FOLDED -> theirs(folded(request), side.warmUpSeconds);
        }
    }

    private static ForwardRequest folded(ForwardRequest request) {
        Document document = new Edit.SetFolded(Set.of(), true)
                .apply(Document.of("", request.analysis().graph()));
        Analysis analysis = Analysis.of(document.graph());
        return new ForwardRequest(
                analysis, request.pictures(), DocumentWeights.of(document, analysis, 1), request.keep());
    }

    private static void ours(Engine ours, ForwardRequest request, double warmUp) throws OrtException {
        try (Engine engine = ours) {
            measure(warmUp, () -> {
                try (Activations activations =
                        engine.run(request, Progress.NONE).result().join()) {
                    activations.totalMilliseconds();
                }
            });
        }
    }

    private static void theirs(ForwardRequest request, double warmUp) throws OrtException, IOException {
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        new OnnxExport(request.analysis(), request.weights(), request.keep()).writeTo(model);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(2);
            try (OrtSession session = environment.createSession(model.toByteArray(), options)) {
                Map.Entry<String, Tensor> picture =
                        request.pictures().entrySet().iterator().next();
                Tensor values = picture.getValue();
                // Any numbers will do here, so the channels-last ones are taken in channels-first order.
                long[] shape = {
                    1,
                    values.shape().channels(),
                    values.shape().height(),
                    values.shape().width()
                };
                try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(values.values()), shape)) {
                    measure(warmUp, () -> session.run(Map.of(picture.getKey(), input))
                            .close());
                }
            }
        }
    }

    private static void measure(double warmUp, Run run) throws OrtException {
        repeat(run, Integer.MAX_VALUE, warmUp);
        double[] times = repeat(run, RUNS, SECONDS);
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%.3f %.3f %.3f%n",
                times[times.length / 4],
                times[times.length / 2],
                times[3 * times.length / 4]);
    }

    private static double[] repeat(Run run, int most, double seconds) throws OrtException {
        List<Double> times = new ArrayList<>();
        long begin = System.nanoTime();
        while (times.size() < most && (times.size() < 5 || System.nanoTime() - begin < seconds * 1e9)) {
            long start = System.nanoTime();
            run.once();
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
