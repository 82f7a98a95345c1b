package org.convscape.io.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.PlannedEngine;
import org.convscape.engine.ReferenceBackend;
import org.convscape.graph.Node;
import org.convscape.op.library.Input;
import org.convscape.task.JobRunner;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;

/** Runs models that were read, by plain loops. */
final class KerasRuns {
    private KerasRuns() {}

    /** What the last node gives for these values; every array must come from the file. */
    static float[] run(KerasImport read, float... values) {
        assertEquals(List.of(), read.notes());
        return result(read, values);
    }

    /** The same where there may be notes. */
    static float[] result(KerasImport read, float... values) {
        Analysis analysis = Analysis.of(read.graph());
        assertTrue(analysis.complete(), () -> analysis.diagnostics().toString());
        Node first =
                read.graph().nodes().stream().filter(Node::isInput).findFirst().orElseThrow();
        String last = read.graph().node(read.graph().size() - 1).path();
        Tensor picture = Tensor.of(((Input) first.operation()).shape(), values);
        try (Engine engine = new PlannedEngine<>(ReferenceBackend::new, JobRunner.calling());
                KerasWeights weights = read.weights();
                Activations result = engine.run(
                                new ForwardRequest(
                                        analysis,
                                        Map.of(first.path(), picture),
                                        (origin, spec) ->
                                                weights.get(origin, spec).orElseThrow(),
                                        last::equals),
                                Progress.NONE)
                        .result()
                        .join()) {
            return result.get(last).values();
        }
    }
}
