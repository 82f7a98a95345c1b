package org.convscape.zoo;

import org.convscape.attribute.Attribute;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.op.library.Conv2d;

/** Attributes that several networks share. */
final class NetworkAttributes {

    /** How many classes the network tells apart. */
    static final Attribute<Integer> CLASSES = Attribute.integer(
            "classes", "Classes", 1, Conv2d.MAXIMUM_CHANNELS, 1000, "How many classes the network tells apart.");

    /** MobileNet's width multiplier, alpha of the paper. */
    static final Attribute<Double> WIDTH = Attribute.decimal(
            "width", "Width", 0.01, 10, 1, "Every layer's number of channels is multiplied by this (alpha).");

    /** MobileNet's resolution multiplier, rho of the paper. */
    static final Attribute<Double> RESOLUTION = Attribute.decimal(
            "resolution",
            "Resolution",
            0.01,
            10,
            1,
            "Height and width of the picture are multiplied by this (rho): 0.857, 0.714 and 0.571 of 224 are 192, 160 and 128.");

    private NetworkAttributes() {}

    /** A number of repetitions of some module. */
    static Attribute<Integer> repeats(String name, String label, int defaultValue) {
        return Attribute.integer(name, label, 0, 1000, defaultValue, "How often this module stands in a row.");
    }

    /** A width multiplied and rounded down; it must leave a channel. */
    static int scaled(int channels, double width) {
        int scaled = (int) (channels * width);
        if (scaled < 1) {
            throw new InvalidAttribute("width: " + width + " leaves none of " + channels + " channels; "
                    + Math.ceil(100.0 / channels) / 100 + " would work");
        }
        return scaled;
    }
}
