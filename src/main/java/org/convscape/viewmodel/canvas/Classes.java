package org.convscape.viewmodel.canvas;

import java.util.List;
import org.convscape.labels.Prediction;
import org.convscape.tensor.Tensor;

/** Knows what the output of a node says about classes. */
public interface Classes {

    /** The likeliest ones, as many as a card has room for; empty where the output says nothing about any. */
    List<Prediction> of(String node, Tensor output);
}
