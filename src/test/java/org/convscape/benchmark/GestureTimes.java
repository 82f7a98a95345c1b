package org.convscape.benchmark;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.convscape.timing.Samples;

/** What JMH does not time of a gesture: processor time of the screen's thread, and what comes after. */
final class GestureTimes {

    /** What is measured, in nanoseconds. */
    enum Part {
        /** The processor time of the screen's thread for the gesture and its pulse. */
        SCREEN("the screen's thread itself"),
        /** The processor time of the longest task on the screen's thread after the gesture. */
        LONGEST("longest task of it afterwards"),
        /** Until all is arranged and written, beside the screen or in later frames. */
        SETTLED("all arranged and written after"),
        /** Until that has been painted as well, without a graphics processor. */
        PAINTED("and painted after");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    private final Map<Part, LongStream.Builder> parts = new EnumMap<>(Part.class);

    void add(Part part, long nanoseconds) {
        parts.computeIfAbsent(part, any -> LongStream.builder()).add(nanoseconds);
    }

    /** Median and 90 % of each; the first half is left out, when the virtual machine still compiled. */
    String sentence() {
        StringBuilder sentence = new StringBuilder("# medians (90 %), ms:");
        parts.forEach((part, times) -> {
            long[] all = times.build().toArray();
            Samples settled = Samples.of(LongStream.of(all)
                    .skip(all.length / 2)
                    .mapToDouble(nanoseconds -> nanoseconds / 1e6)
                    .toArray());
            sentence.append(String.format(
                    Locale.ROOT, " %s %.1f (%.1f);", part.words, settled.median(), settled.quantile(0.9)));
        });
        return sentence.toString();
    }
}
