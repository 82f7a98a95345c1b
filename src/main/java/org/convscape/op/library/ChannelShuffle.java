package org.convscape.op.library;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.InvalidShape;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.tensor.Shape;

/**
 * The channels in another order, so that the groups of a grouped convolution hear of one another: the channels as a
 * table of {@code groups} rows are read column by column (Zhang et al. 2017, ShuffleNet, section 3.1).
 */
public record ChannelShuffle(int groups) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<ChannelShuffle> TYPE = OpType.of(
                    ChannelShuffle.class, "channel-shuffle", "Channel shuffle", Category.SHAPE)
            .help("Mixes the channels of groups: a table of one row for each group is read by columns.")
            .attribute(Attribute.integer(
                    "groups", "Groups", 1, Conv2d.MAXIMUM_CHANNELS, 2, "How many groups the channels are in."))
            .build();

    /** Checks the ranges. */
    public ChannelShuffle {
        TYPE.schema().check(groups);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        Shape in = inputs.get(0);
        if (in.channels() % groups != 0) {
            throw new InvalidShape("The " + in.channels() + " channels cannot be split into " + groups
                    + " equal groups; a divisor of " + in.channels() + " would work");
        }
        return in;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return groups == 1 ? inputs.get(0) : math.shuffleChannels(inputs.get(0), groups);
    }

    @Override
    public String badge() {
        return groups + " groups";
    }
}
