package org.convscape.weights;

import java.util.HashMap;
import java.util.Map;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;
import org.convscape.weights.file.StoredArray;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.match.Match;
import org.convscape.weights.match.Wanted;

/**
 * The arrays of a file, read when they are asked for; what the file does not have comes from elsewhere. Two are the
 * same only if they are one object: an array is found again by it.
 */
public final class LoadedWeights implements WeightStore {

    private record Key(String origin, String name) {}

    private record Source(Wanted wanted, StoredArray array) {}

    private final WeightFile file;
    private final Match match;
    private final WeightStore otherwise;
    private final Map<Key, Source> sources = new HashMap<>();

    /**
     * Weights of a file.
     *
     * @param file stays open as long as these are used
     * @param otherwise for arrays that the match has nothing for
     */
    public LoadedWeights(WeightFile file, Match match, WeightStore otherwise) {
        this.file = file;
        this.match = match;
        this.otherwise = otherwise;
        match.assigned()
                .forEach((wanted, array) ->
                        sources.put(new Key(wanted.origin(), wanted.spec().name()), new Source(wanted, array)));
    }

    @Override
    public Tensor get(String origin, WeightSpec spec) {
        Source source = sources.get(new Key(origin, spec.name()));
        // A layer that was edited since wants another shape: what the file has no longer fits.
        if (source == null || !source.wanted().spec().dimensions().equals(spec.dimensions())) {
            return otherwise.get(origin, spec);
        }
        return spec.tensor(match.layout().ours(source.wanted(), file.read(source.array())));
    }

    /** True where an array comes from the file. */
    public boolean has(String origin, WeightSpec spec) {
        Source source = sources.get(new Key(origin, spec.name()));
        return source != null && source.wanted().spec().dimensions().equals(spec.dimensions());
    }

    /** What goes where. */
    public Match match() {
        return match;
    }

    /** Where the arrays come from. */
    public WeightFile file() {
        return file;
    }
}
