package org.convscape.engine;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Diagnostic;
import org.convscape.analysis.NodeFacts;
import org.convscape.tensor.Tensor;

/** What a request must bring before it can be planned. */
final class Requirements {
    private Requirements() {}

    /**
     * Checks a request.
     *
     * @throws EngineFailure with a sentence for the user when the graph is unfinished or the pictures do not fit
     */
    static void check(ForwardRequest request) {
        requireComplete(request.analysis());
        request.batch().forEach(pictures -> requirePictures(request.analysis(), pictures));
    }

    private static void requireComplete(Analysis analysis) {
        if (analysis.graph().size() == 0) {
            throw new EngineFailure("There is nothing to run: the network has no layers yet");
        }
        if (!analysis.complete()) {
            throw new EngineFailure(analysis.diagnostics().stream()
                    .findFirst()
                    .map(Requirements::unfinished)
                    .orElse("The network cannot run: not every shape is known"));
        }
    }

    private static String unfinished(Diagnostic diagnostic) {
        return "The network cannot run yet, see \"" + diagnostic.node() + "\": " + diagnostic.message();
    }

    private static void requirePictures(Analysis analysis, Map<String, Tensor> pictures) {
        Set<String> inputs = new LinkedHashSet<>();
        for (NodeFacts facts : analysis.nodes()) {
            if (!facts.node().isInput()) {
                continue;
            }
            String path = facts.node().path();
            inputs.add(path);
            Tensor picture = pictures.get(path);
            if (picture == null) {
                throw new EngineFailure("No picture is given for the input \"" + path + "\"");
            }
            if (!picture.shape().equals(facts.output())) {
                throw new EngineFailure("The input \"" + path + "\" takes " + facts.output()
                        + ", but the picture given is " + picture.shape());
            }
        }
        for (String path : pictures.keySet()) {
            if (!inputs.contains(path)) {
                throw new EngineFailure(
                        "A picture is given for \"" + path + "\", but the inputs of this network are " + inputs);
            }
        }
    }
}
