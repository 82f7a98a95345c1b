package org.convscape.zoo;

import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.block.InceptionV3A;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Softmax;

/** What Keras does its own way: how classifiers end, and what average pools leave out. */
final class KerasWays {
    private KerasWays() {}

    /** These values of an Inception module, where its average pool leaves the margin out of the mean, as Keras does. */
    static AttributeValues excludingPadding(AttributeValues values) {
        Attribute<Boolean> countPadding = InceptionV3A.COUNT_PADDING;
        return values.schema().find(countPadding.name()).isPresent() ? values.with(countPadding, false) : values;
    }

    /** Adds the layer {@code predictions} behind a vector. */
    static void addTo(Chain chain, AttributeValues values) {
        addTo(chain, "predictions", values);
    }

    /** Adds a classifying layer of that name behind a vector. */
    static void addTo(Chain chain, String name, AttributeValues values) {
        chain.add(name, Dense.of(values.get(NetworkAttributes.CLASSES))).add(name + "_softmax", new Softmax());
    }
}
