package org.convscape.block;

/**
 * How an origin names a convolution and what follows it. In each pattern {@code *} stands for the name of the unit.
 *
 * @param group the group that the unit has to itself; empty for none
 */
public record UnitNames(String group, String convolution, String norm, String activation) {

    /** {@code 3x3}, {@code 3x3_bn}, {@code 3x3_relu}: Caffe, and Keras where layers have names. */
    public static final UnitNames SUFFIXED = new UnitNames("", "*", "*_bn", "*_relu");

    /** {@code branch1x1/conv}, {@code branch1x1/bn}: torchvision and timm, where a unit is a module. */
    public static final UnitNames MODULE = new UnitNames("*", "conv", "bn", "relu");

    /** {@code conv1}, {@code bn1}, {@code relu1}: torchvision's ResNets; the unit's name is its number. */
    public static final UnitNames NUMBERED = new UnitNames("", "conv*", "bn*", "relu*");

    /** {@code downsample/0}, {@code downsample/1}: a torch sequence, where the unit is the sequence. */
    public static final UnitNames SEQUENCE = new UnitNames("*", "0", "1", "2");

    /** {@code <prefix>1_conv}, {@code <prefix>1_bn}, {@code <prefix>1_relu}: Keras' ResNets. */
    public static UnitNames keras(String prefix) {
        return new UnitNames("", prefix + "*_conv", prefix + "*_bn", prefix + "*_relu");
    }

    /** {@code conv_dw}, {@code bn1}, {@code act1}: timm, which numbers what follows the convolutions of a module. */
    public static UnitNames timm(int number) {
        return new UnitNames("", "*", "bn" + number, "act" + number);
    }

    /** A pattern with the unit's name filled in. */
    static String fill(String pattern, String unit) {
        return pattern.replace("*", unit);
    }
}
