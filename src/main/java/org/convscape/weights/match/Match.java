package org.convscape.weights.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscape.weights.file.StoredArray;

/**
 * What goes where, and what does not.
 *
 * @param layout how the file lays its arrays out
 * @param way how they were found, in a few words: "by name", "by Keras' order"
 * @param assigned the arrays that fit, each wanted one at most once
 * @param missing what the file has nothing for
 * @param misfits what the file has under the name, but of another shape
 * @param unused what the network has no use for
 * @param objection why the file is not for this network although names and shapes may fit, as a sentence
 */
public record Match(
        FileLayout layout,
        String way,
        Map<Wanted, StoredArray> assigned,
        List<Wanted> missing,
        List<Misfit> misfits,
        List<Unused> unused,
        Optional<String> objection) {

    /** An array of the right name and another shape; {@code expected} is in the file's layout. */
    public record Misfit(Wanted wanted, StoredArray found, List<Long> expected) {}

    /**
     * An array of the file that goes nowhere.
     *
     * @param expected whether files have such arrays as a rule
     * @param reason what it is, in a few words
     */
    public record Unused(StoredArray array, boolean expected, String reason) {}

    /** A match to which nobody has objected. */
    public Match(
            FileLayout layout,
            String way,
            Map<Wanted, StoredArray> assigned,
            List<Wanted> missing,
            List<Misfit> misfits,
            List<Unused> unused) {
        this(layout, way, assigned, missing, misfits, unused, Optional.empty());
    }

    /** Keeps unmodifiable copies. */
    public Match {
        assigned = Map.copyOf(assigned);
        missing = List.copyOf(missing);
        misfits = List.copyOf(misfits);
        unused = List.copyOf(unused);
    }

    /** True where every array that the network needs comes from the file. */
    public boolean complete() {
        return missing.isEmpty() && misfits.isEmpty();
    }

    /** True where that is so and the file is not known to be of another definition. */
    public boolean fitsEntirely() {
        return complete() && objection.isEmpty();
    }

    /** The same match with a sentence that says why the file is not for this network. */
    public Match objecting(Optional<String> sentence) {
        return new Match(layout, way, assigned, missing, misfits, unused, sentence);
    }

    /** How many arrays the network needs. */
    public int wanted() {
        return assigned.size() + missing.size() + misfits.size();
    }

    /** The arrays left over that files do not have as a rule. */
    public List<Unused> unexpected() {
        return unused.stream().filter(each -> !each.expected()).toList();
    }

    /**
     * What does not fit, in words: arrays of another shape with both shapes, and arrays that are missing.
     *
     * @param most how many of each are named
     */
    public List<String> gaps(int most) {
        List<String> gaps = new ArrayList<>();
        misfits.stream()
                .limit(most)
                .map(each -> each.found().name() + " is " + each.found().shapeText() + ", "
                        + each.expected().stream().map(String::valueOf).collect(Collectors.joining("×"))
                        + " is needed")
                .forEach(gaps::add);
        missing.stream()
                .limit(most)
                .map(each -> each.names().get(0).text() + " is missing")
                .forEach(gaps::add);
        int more = misfits.size() + missing.size() - gaps.size();
        if (more > 0) {
            gaps.add("and " + more + " more");
        }
        return gaps;
    }

    /** What fits, as one sentence. */
    public String sentence() {
        StringBuilder words = new StringBuilder();
        words.append(assigned.size())
                .append(" of ")
                .append(wanted())
                .append(" arrays fit, ")
                .append(way);
        if (!missing.isEmpty()) {
            words.append("; ").append(missing.size()).append(" missing");
        }
        if (!misfits.isEmpty()) {
            words.append("; ").append(misfits.size()).append(" of another shape");
        }
        int expected = unused.size() - unexpected().size();
        if (expected > 0) {
            words.append("; ").append(expected).append(" not needed here");
        }
        if (!unexpected().isEmpty()) {
            words.append("; ").append(unexpected().size()).append(" that this network does not know");
        }
        return words.toString();
    }
}
