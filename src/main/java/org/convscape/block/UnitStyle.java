package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;

/**
 * What follows the convolutions of a block, and whether they have a bias: what an origin does alike everywhere.
 *
 * @param epsilon the number that batch normalisation adds to the variance
 */
public record UnitStyle(Normalisation norm, double epsilon, boolean bias, Activation activation) {

    /** What normalises after each convolution. */
    public static final Attribute<Normalisation> NORM =
            Attribute.choice("norm", "Normalisation", Normalisation.BATCH, "What follows each convolution.");

    /** The number that batch normalisation adds to the variance. */
    public static final Attribute<Double> EPSILON = Attribute.decimal(
            "epsilon", "Norm epsilon", 1e-12, 1, 1e-5, "Added to the variance so that nothing is divided by zero.");

    /** Whether convolutions have a bias. */
    public static final Attribute<Boolean> BIAS = Attribute.flag(
            "bias", "Bias", false, "One learned number per output channel; batch normalisation makes it superfluous.");

    /** What follows the normalisation. */
    public static final Attribute<Activation> ACTIVATION =
            Attribute.choice("activation", "Activation", Activation.RELU, "What follows the normalisation.");

    /** As torchvision builds its ResNets: batch normalisation, no bias, ReLU. */
    public static final UnitStyle BATCH_NORM = new UnitStyle(Normalisation.BATCH, 1e-5, false, Activation.RELU);

    /** As the Inception networks from v3 on are built: batch normalisation with an epsilon of 1e-3. */
    public static final UnitStyle INCEPTION = BATCH_NORM.withEpsilon(1e-3);

    /** As networks were built before batch normalisation: bias and ReLU. */
    public static final UnitStyle BIASED = new UnitStyle(Normalisation.NONE, 1e-5, true, Activation.RELU);

    /** The convolution alone. */
    public static final UnitStyle BARE = new UnitStyle(Normalisation.NONE, 1e-5, false, Activation.NONE);

    /** The style that a block's values hold; what its schema lacks is as in {@link #BATCH_NORM}. */
    public static UnitStyle of(AttributeValues values) {
        return new UnitStyle(
                valueOf(values, NORM), valueOf(values, EPSILON), valueOf(values, BIAS), valueOf(values, ACTIVATION));
    }

    private static <V> V valueOf(AttributeValues values, Attribute<V> attribute) {
        return values.schema().find(attribute.name()).isPresent() ? values.get(attribute) : attribute.defaultValue();
    }

    /** The four attributes with this style as their defaults. */
    public List<Attribute<?>> attributes() {
        return List.of(
                NORM.withDefault(norm),
                EPSILON.withDefault(epsilon),
                BIAS.withDefault(bias),
                ACTIVATION.withDefault(activation));
    }

    /** These values with this style, as far as their schema has its attributes. */
    public AttributeValues applyTo(AttributeValues values) {
        AttributeValues changed = values;
        changed = set(changed, NORM, norm);
        changed = set(changed, EPSILON, epsilon);
        changed = set(changed, BIAS, bias);
        return set(changed, ACTIVATION, activation);
    }

    private static <V> AttributeValues set(AttributeValues values, Attribute<V> attribute, V value) {
        return values.schema().find(attribute.name()).isPresent() ? values.with(attribute, value) : values;
    }

    /** This style with another epsilon. */
    public UnitStyle withEpsilon(double other) {
        return new UnitStyle(norm, other, bias, activation);
    }

    /** This style with another activation. */
    public UnitStyle withActivation(Activation other) {
        return new UnitStyle(norm, epsilon, bias, other);
    }

    /** This style with another normalisation. */
    public UnitStyle withNorm(Normalisation other) {
        return new UnitStyle(other, epsilon, bias, activation);
    }

    /** This style with or without bias. */
    public UnitStyle withBias(boolean other) {
        return new UnitStyle(norm, epsilon, other, activation);
    }
}
