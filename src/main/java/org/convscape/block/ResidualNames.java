package org.convscape.block;

import org.convscape.attribute.Attribute;
import org.convscape.graph.GraphBuilder;

/** What the layers of a residual block are called, so that the weight files of an origin match by name. */
public enum ResidualNames {
    /** By their part, as papers speak: {@code reduce}, {@code spatial}, {@code expand}, {@code shortcut}. */
    PAPER,
    /** {@code conv1}, {@code bn1}, {@code downsample/0}. */
    TORCHVISION,
    /** {@code conv2_block1_1_conv}, where {@code conv2_block1} is the block; the shortcut is number 0. */
    KERAS,
    /** {@code res2a_branch2b}, {@code bn2a_branch2b}, in the block {@code res2a}: Caffe, and Keras' first. */
    CAFFE;

    /** Chooses the names. */
    public static final Attribute<ResidualNames> NAMES = Attribute.choice(
            "names", "Names", PAPER, "What the layers are called: as papers say, or as an origin of weights does.");

    UnitNames units(GraphBuilder graph) {
        return switch (this) {
            case PAPER -> UnitNames.SUFFIXED;
            case TORCHVISION -> UnitNames.NUMBERED;
            case KERAS -> UnitNames.keras(prefix(graph));
            case CAFFE -> branches(graph);
        };
    }

    /** The name of the unit of that number, which papers call {@code part}. */
    String unit(int number, String part) {
        return switch (this) {
            case PAPER -> part;
            case TORCHVISION, KERAS -> Integer.toString(number);
            case CAFFE -> "2" + (char) ('a' + number - 1);
        };
    }

    UnitNames shortcut(GraphBuilder graph) {
        return this == TORCHVISION ? UnitNames.SEQUENCE : units(graph);
    }

    String shortcutUnit() {
        return switch (this) {
            case PAPER -> "shortcut";
            case TORCHVISION -> "downsample";
            case KERAS -> "0";
            case CAFFE -> "1";
        };
    }

    /** The name of something that is not a unit; Keras begins every name with that of the block. */
    String plain(GraphBuilder graph, String name) {
        return this == KERAS || this == CAFFE ? prefix(graph) + name : name;
    }

    /** The name of the activation after the sum. */
    String result(GraphBuilder graph) {
        return this == KERAS ? prefix(graph) + "out" : this == CAFFE ? prefix(graph) + "relu" : "relu";
    }

    /** The block's name begins with {@code res}, where there is a block. */
    private static UnitNames branches(GraphBuilder graph) {
        String scope = graph.scope().isRoot() ? "" : graph.scope().name();
        String block = scope.startsWith("res") ? scope.substring(3) : scope;
        String branch = block + "_branch*";
        return new UnitNames("", "res" + branch, "bn" + branch, "res" + branch + "_relu");
    }

    private static String prefix(GraphBuilder graph) {
        return graph.scope().isRoot() ? "" : graph.scope().name() + "_";
    }
}
