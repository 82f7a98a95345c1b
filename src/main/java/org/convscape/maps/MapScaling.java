package org.convscape.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.convscape.tensor.Tensor;

/** Which values share one range of colours. */
public enum MapScaling {
    /** Each map has its own range: every structure shows, strengths cannot be compared between maps. */
    PER_MAP("Each map"),
    /** All maps of a node share one range: equal colours are equal values. */
    PER_NODE("Shared");

    private final String label;

    MapScaling(String label) {
        this.label = label;
    }

    /** How files and the command line name it: {@code per-map}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How the window names it. */
    public String label() {
        return label;
    }

    /** The range of each channel of a tensor under a colour map, in the order of the channels. */
    public List<MapRange> ranges(Tensor tensor, ColourMap colours) {
        return ranges(MapStatistics.of(tensor), MapStatistics.ofChannels(tensor), colours);
    }

    /** The same from statistics that are at hand: of the whole node, and of each channel. */
    public List<MapRange> ranges(MapStatistics node, List<MapStatistics> channels, ColourMap colours) {
        List<MapRange> ranges = new ArrayList<>(channels.size());
        for (MapStatistics channel : channels) {
            ranges.add(MapRange.of(this == PER_NODE ? node : channel, colours));
        }
        return ranges;
    }

    /**
     * The scaling with an id.
     *
     * @throws IllegalArgumentException with a sentence that names the choices
     */
    public static MapScaling of(String id) {
        for (MapScaling scaling : values()) {
            if (scaling.id().equals(id)) {
                return scaling;
            }
        }
        throw new IllegalArgumentException("The scaling is one of per-map, per-node; found \"" + id + "\"");
    }
}
