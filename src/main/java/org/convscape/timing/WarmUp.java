package org.convscape.timing;

/**
 * What was done before measuring.
 *
 * @param runs how many runs
 * @param seconds how long they took together
 * @param end why they ended
 */
public record WarmUp(int runs, double seconds, End end) {

    /** Why warming up ended. */
    public enum End {
        /** As many as were asked for. */
        COUNTED("as asked for"),
        /** Medians of ten runs stopped falling. */
        SETTLED("until the medians of ten runs stopped falling"),
        /** Time was up before that. */
        OUT_OF_TIME("the medians of ten runs had not stopped falling when the time for it was up");

        private final String words;

        End(String words) {
            this.words = words;
        }

        /** The reason as part of a sentence. */
        public String words() {
            return words;
        }
    }
}
