package org.convscape.wording;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convscape.analysis.Alignment;
import org.convscape.analysis.Difference;
import org.convscape.analysis.NodeFacts;
import org.convscape.analysis.Reason;
import org.convscape.attribute.Size;
import org.convscape.op.OpType;
import org.convscape.tensor.Shape;

/** Why two numbers differ, in words: the place, the layer, the reason. */
public final class DifferenceWords {
    private DifferenceWords() {}

    /** The path of the layer; two paths where the networks name it differently. */
    public static String where(Difference.Entry entry) {
        return entry.layers().stream().map(DifferenceWords::where).collect(Collectors.joining(" and "));
    }

    private static String where(Alignment.Pair pair) {
        String path = pair.either().node().path();
        return !pair.matched() || pair.left().node().path().equals(path)
                ? path
                : pair.left().node().path() + " ↔ " + path;
    }

    /** The layer, with its setting where that can be what differs. */
    public static String what(Difference.Entry entry) {
        if (entry.reason() instanceof Reason.StrideMoved moved) {
            return kernel(moved.to()) + " and " + kernel(moved.from());
        }
        NodeFacts layer = entry.layers().get(0).either();
        boolean byKind =
                entry.reason() instanceof Reason.Counted || entry.reason() instanceof Reason.UntrainedStatistics;
        return byKind
                ? layer.node().operation().type().label()
                : layer.node().operation().label();
    }

    /** The reason as a phrase. */
    public static String reason(Reason reason) {
        // Java 17 has no switch over types: each in the order in which they are declared.
        if (reason instanceof Reason.Counted counted) {
            return counted.cause().label() + counted(counted.by());
        } else if (reason instanceof Reason.Only only) {
            return "only in the " + (only.in() == Reason.Side.LEFT ? "first" : "second") + " network";
        } else if (reason instanceof Reason.StrideMoved moved) {
            return "stride in the " + place(moved.to()) + " instead of the " + place(moved.from());
        } else if (reason instanceof Reason.Bias bias) {
            String layer = bias.layer().label().toLowerCase(Locale.ROOT);
            return "bias of a " + layer + (bias.normalised() ? " that batch norm follows" : "");
        } else if (reason instanceof Reason.LearnedFactor) {
            return "learned factor (gamma) of batch norm";
        } else if (reason instanceof Reason.MovingStatistics) {
            return "moving statistics of batch norm";
        } else if (reason instanceof Reason.UntrainedStatistics) {
            return "moving statistics, which a total counts and training does not change";
        } else if (reason instanceof Reason.OtherWeight weight) {
            return weight.name();
        } else if (reason instanceof Reason.Settings settings) {
            return settings.changes().stream().map(DifferenceWords::change).collect(Collectors.joining(", "));
        } else if (reason instanceof Reason.InputChannels channels) {
            return channels.after() + " instead of " + channels.before()
                    + (channels.vector() ? " inputs" : " input channels");
        } else if (reason instanceof Reason.Inputs inputs) {
            return "input " + listed(inputs.after()) + " instead of " + listed(inputs.before());
        }
        throw new IllegalArgumentException("There are no words for " + reason);
    }

    private static String counted(Reason.Side by) {
        return switch (by) {
            case LEFT -> ", counted only by the first";
            case RIGHT -> ", counted only by the second";
            case BOTH -> ", counted by both, at another rate";
        };
    }

    private static String change(Reason.Settings.Change change) {
        return change.label().toLowerCase(Locale.ROOT) + " " + change.after() + " instead of " + change.before();
    }

    /** {@code first 1×1}, or {@code 3×3} where the block has only one of that size. */
    private static String place(Reason.StrideMoved.Place place) {
        return switch (place.position()) {
                    case ALONE -> "";
                    case FIRST -> "first ";
                    case MIDDLE -> "middle ";
                    case LAST -> "last ";
                }
                + kernel(place);
    }

    private static String kernel(Reason.StrideMoved.Place place) {
        return place.kernel()
                .map(Size::toString)
                .or(() -> place.type().map(OpType::label))
                .orElse("");
    }

    private static String listed(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(" and "));
    }
}
