package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.Naming;
import org.convscape.io.JsonPlace;
import org.convscape.op.library.ChannelShuffle;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Identity;
import org.convscape.op.library.Upsample;
import org.convscape.op.library.ZeroPad;

/** Layers that pad, enlarge, or only look at values otherwise. */
final class ShapeKinds {
    private ShapeKinds() {}

    static void addTo(Map<String, Kind> kinds) {
        kinds.put("Flatten", ShapeKinds::flattened);
        kinds.put("Reshape", ShapeKinds::reshaped);
        kinds.put("Permute", ShapeKinds::permuted);
        kinds.put("ZeroPadding2D", ShapeKinds::padded);
        kinds.put("Cropping2D", ShapeKinds::cropped);
        kinds.put("UpSampling2D", ShapeKinds::enlarged);
    }

    private static Value flattened(Step step) {
        Value value = step.input();
        return Value.of(step.add(new Flatten(), value.layer()));
    }

    /** Changes nothing until somebody takes maps or a vector. */
    private static Value reshaped(Step step) {
        Value value = step.input();
        JsonPlace place = step.settings().any("target_shape");
        List<Integer> target = new ArrayList<>(Settings.integers(place, -1));
        long known = 1;
        int open = -1;
        for (int i = 0; i < target.size(); i++) {
            if (target.get(i) == -1 && open < 0) {
                open = i;
            } else if (target.get(i) < 1) {
                throw place.expected("dimensions of at least 1, and -1 for one of them at most");
            } else {
                known = Math.multiplyExact(known, target.get(i));
            }
        }
        if (open >= 0) {
            target.set(open, Math.toIntExact(value.elements() / known));
            known *= target.get(open);
        }
        if (known != value.elements()) {
            throw new Refused("it makes " + known + " values of " + value.elements());
        }
        return step.seen(value.layer(), target);
    }

    /** Moves dimensions of 1, or shuffles channels: rows × columns × groups × others with the last two exchanged. */
    private static Value permuted(Step step) {
        Value value = step.input();
        JsonPlace place = step.settings().any("dims");
        List<Integer> order = Settings.integers(place, 1);
        List<Integer> from = value.dimensions();
        if (!order.stream()
                .sorted()
                .toList()
                .equals(IntStream.rangeClosed(1, from.size()).boxed().toList())) {
            throw new Refused("its order " + place.found() + " is none of " + value.text());
        }
        List<Integer> to = order.stream().map(each -> from.get(each - 1)).toList();
        List<Integer> longer =
                order.stream().filter(each -> from.get(each - 1) > 1).toList();
        if (longer.equals(longer.stream().sorted().toList())) {
            return step.seen(value.layer(), to);
        }
        if (!order.equals(List.of(1, 2, 4, 3))) {
            throw new Refused("it brings " + value.text() + " into the order " + place.found()
                    + ", which mixes rows, columns and channels");
        }
        Value maps = step.seen(
                value.layer(), List.of(from.get(0), from.get(1), Math.multiplyExact(from.get(2), from.get(3))));
        return step.seen(step.add(new ChannelShuffle(from.get(2)), step.plain(maps)), to);
    }

    private static Value padded(Step step) {
        int[] margins = margins(step.settings().any("padding"));
        return Value.of(
                step.add(ZeroPad.around(Padding.of(margins[0], margins[2], margins[1], margins[3])), step.maps()));
    }

    /** Above, below, left, right: of one number, of two, or of two pairs. */
    private static int[] margins(JsonPlace place) {
        if (place.absent()) {
            return new int[] {1, 1, 1, 1};
        }
        if (!place.isList()) {
            int margin = place.integer(0, Integer.MAX_VALUE);
            return new int[] {margin, margin, margin, margin};
        }
        List<JsonPlace> sides = place.elements();
        if (sides.size() != 2) {
            throw place.expected("a margin for rows and one for columns");
        }
        int[] margins = new int[4];
        for (int i = 0; i < 2; i++) {
            List<Integer> both = sides.get(i).isList()
                    ? Settings.integers(sides.get(i), 0)
                    : List.of(
                            sides.get(i).integer(0, Integer.MAX_VALUE),
                            sides.get(i).integer(0, Integer.MAX_VALUE));
            if (both.size() != 2) {
                throw sides.get(i).expected("a margin before and one behind");
            }
            margins[2 * i] = both.get(0);
            margins[2 * i + 1] = both.get(1);
        }
        return margins;
    }

    private static Value cropped(Step step) {
        if (IntStream.of(margins(step.settings().any("cropping"))).anyMatch(each -> each > 0)) {
            throw new Refused("it cuts off the margin of its maps, which no operation here does");
        }
        return Activations.of(step, Optional.of(new Identity()));
    }

    private static Value enlarged(Step step) {
        String way = step.settings().text("nearest", "interpolation");
        if (!way.equals("nearest")) {
            throw new Refused("it enlarges by " + Naming.quoted(way)
                    + "; here a pixel can become a block of equal pixels (nearest)");
        }
        return Value.of(step.add(new Upsample(step.settings().size(Size.square(2), "size")), step.maps()));
    }
}
