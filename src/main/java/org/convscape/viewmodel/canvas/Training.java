package org.convscape.viewmodel.canvas;

import java.util.Collection;
import java.util.List;
import org.convscape.labels.Prediction;
import org.convscape.tensor.Tensor;

/** Knows what was trained, and what a trained network says. */
public interface Training {
    /** Where nothing was trained. */
    Training NONE = new Training() {
        @Override
        public List<Prediction> classes(String node, Tensor output) {
            return List.of();
        }

        @Override
        public boolean missing(Collection<String> nodes) {
            return false;
        }
    };

    /** The likeliest classes, as many as a card has room for; empty where the output says nothing about any. */
    List<Prediction> classes(String node, Tensor output);

    /** Whether arrays of some of these nodes had to be drawn at random, because the file of weights lacks them. */
    boolean missing(Collection<String> nodes);
}
