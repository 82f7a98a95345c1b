package org.convscape.block;

import org.convscape.attribute.Attribute;
import org.convscape.graph.GraphBuilder;

/** What the layers of a separable block are called, so that the weight files of an origin match by name. */
public enum SeparableNames {
    /** By their part, as papers speak: {@code depthwise}, {@code pointwise}, {@code expand}, {@code project}. */
    PAPER,
    /** As in Keras, where every name begins with that of the block or ends with its number. */
    KERAS,
    /**
     * By their place in the modules of torchvision and timm: {@code conv/1/0} of an inverted residual,
     * {@code conv_dw} of a pair, {@code rep/1/conv1} of an Xception module.
     */
    TORCH;

    /** Chooses the names. */
    public static final Attribute<SeparableNames> NAMES = Attribute.choice(
            "names",
            "Names",
            PAPER,
            "What the layers are called: as papers say, or as Keras, or torchvision and timm do.");

    /** What Keras puts before the name of every layer of the block that is open. */
    String prefix(GraphBuilder graph) {
        return this != KERAS || graph.scope().isRoot() ? "" : graph.scope().name() + "_";
    }

    /** The names of a unit's layers; Keras' MobileNet v2 writes {@code _BN} in capitals. */
    UnitNames suffixed() {
        return switch (this) {
            case PAPER -> UnitNames.SUFFIXED;
            case KERAS -> new UnitNames("", "*", "*_BN", "*_relu");
            case TORCH -> UnitNames.SEQUENCE;
        };
    }

    /** The number that the name of the open block ends with, such as 3 of {@code conv_3}; 1 where there is none. */
    static String number(GraphBuilder graph) {
        String name = graph.scope().name();
        int begin = name.length();
        while (begin > 0 && Character.isDigit(name.charAt(begin - 1))) {
            begin--;
        }
        return begin == name.length() ? "1" : name.substring(begin);
    }
}
