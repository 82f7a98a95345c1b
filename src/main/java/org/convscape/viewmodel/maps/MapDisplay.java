package org.convscape.viewmodel.maps;

import java.util.List;
import org.convscape.maps.ColourMap;
import org.convscape.maps.MapOrder;
import org.convscape.maps.MapRange;
import org.convscape.maps.MapScaling;

/**
 * How a stack of maps is shown.
 *
 * @param order the numbers of the channels, in the order in which they stand
 * @param ranges what the colours of each channel stand for, by its number
 */
public record MapDisplay(MapStack stack, List<Integer> order, List<MapRange> ranges, ColourMap colours) {

    static MapDisplay of(MapStack stack, MapOrder order, MapScaling scaling, ColourMap colours) {
        return new MapDisplay(
                stack,
                java.util.Arrays.stream(order.channels(stack.channels()))
                        .boxed()
                        .toList(),
                scaling.ranges(stack.all(), stack.channels(), colours),
                colours);
    }

    /** Where a channel stands in the order. */
    public int positionOf(int channel) {
        return order.indexOf(channel);
    }
}
