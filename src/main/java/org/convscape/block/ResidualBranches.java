package org.convscape.block;

import org.convscape.attribute.Attribute;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Add;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.ZeroPad;

/** What residual blocks have in common: the shortcut, and the sum with the branch. */
final class ResidualBranches {

    /** Chooses the shortcut. */
    static final Attribute<Shortcut> SHORTCUT =
            Attribute.choice("shortcut", "Shortcut", Shortcut.IDENTITY, "What is added to the residual branch.");

    private final GraphBuilder graph;
    private final ResidualNames names;
    private final Units units;
    private final Shortcut shortcut;
    private final int channels;
    private final int stride;

    /** Checks that the shortcut can follow the stride. */
    ResidualBranches(
            GraphBuilder graph, ResidualNames names, Units units, Shortcut shortcut, int channels, int stride) {
        if (shortcut == Shortcut.IDENTITY && stride > 1) {
            throw new InvalidAttribute("shortcut: an identity keeps the size, but the stride is " + stride
                    + "; shortcut=projection, or stride=1, would work");
        }
        this.graph = graph;
        this.names = names;
        this.units = units;
        this.shortcut = shortcut;
        this.channels = channels;
        this.stride = stride;
    }

    /** The sum of branch and shortcut, and the activation after it. */
    String join(String branch, String source) {
        return units.activate(names.result(graph), sum(names.plain(graph, "add"), branch, source));
    }

    /** The sum alone, as a node of that name; a block without shortcut is its branch. */
    String sum(String node, String branch, String source) {
        return shortcut == Shortcut.NONE ? branch : graph.add(node, new Add(), branch, shortcut(source));
    }

    /** Builds the shortcut and returns where it ends. */
    private String shortcut(String source) {
        return switch (shortcut) {
            case PROJECTION ->
                units.linear().named(names.shortcut(graph)).conv(names.shortcutUnit(), channels, 1, stride, source);
            case ZERO_PAD -> graph.add(names.plain(graph, "pad"), ZeroPad.toChannels(channels), subsampled(source));
            case SUBSAMPLE -> subsampled(source);
            case IDENTITY, NONE -> source;
        };
    }

    private String subsampled(String source) {
        return stride == 1
                ? source
                : graph.add(names.plain(graph, "subsample"), MaxPool.of(1, stride, Padding.VALID), source);
    }
}
