package org.convscape.io.keras;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The classes of layers that are read. */
final class Kinds {
    private static final Map<String, Kind> KINDS = kinds();

    /** What acts otherwise while a model is trained. */
    private static final Set<String> TRAINED_OTHERWISE = Set.of("BatchNormalization");

    /** Layers that hold code of whoever made them, or stand for a function of TensorFlow. */
    private static final Set<String> CODE = Set.of("Lambda", "SlicingOpLambda", "TensorFlowOpLayer");

    private Kinds() {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        WindowKinds.addTo(kinds);
        ElementKinds.addTo(kinds);
        MergeKinds.addTo(kinds);
        ShapeKinds.addTo(kinds);
        return Map.copyOf(kinds);
    }

    /**
     * What a layer gives.
     *
     * @param training whether it is called as in training
     */
    static Value read(String type, Step step, boolean training) {
        if (CODE.contains(type)) {
            throw new Refused("it stands for code, and nothing that a file says is run");
        }
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new Refused("there is no such layer here");
        }
        if (training && TRAINED_OTHERWISE.contains(type)) {
            throw new Refused("it is called as in training, where it measures its pictures");
        }
        step.refuseChannelsFirst();
        return kind.apply(step);
    }
}
