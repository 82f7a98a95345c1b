package org.convscape.engine.nd4j;

import java.util.Optional;
import java.util.function.Supplier;
import org.convscape.engine.EngineFailure;
import org.convscape.engine.onednn.OneDnn;

/**
 * oneDNN itself, or why it is not there.
 *
 * @param oneDnn empty where ND4J's operations compute
 * @param reason a few words for a person who wonders; empty where there is nothing to wonder at
 */
record DirectCalls(Optional<OneDnn> oneDnn, String reason) implements AutoCloseable {

    /** Nobody asked for it. */
    static final DirectCalls NOT_WANTED = new DirectCalls(Optional.empty(), "");

    private static final int LONGEST_REASON = 160;

    /** Opens the library; whatever keeps it from loading, ND4J's operations are still there. */
    static DirectCalls open() {
        return open(OneDnn::new);
    }

    /** The same with another way of opening it. */
    static DirectCalls open(Supplier<OneDnn> opening) {
        try {
            return new DirectCalls(Optional.of(opening.get()), "");
        } catch (LinkageError | RuntimeException e) {
            return new DirectCalls(Optional.empty(), reason(e));
        }
    }

    /** Loads the library, where there is one, and looks nothing up; what goes wrong is told by {@link #open}. */
    static void load() {
        try {
            OneDnn.load();
        } catch (LinkageError | RuntimeException e) {
            return;
        }
    }

    private static String reason(Throwable failure) {
        if (failure instanceof NoClassDefFoundError) {
            return "its presets are not among the libraries beside the program";
        }
        String words = EngineFailure.reason(failure);
        return words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON) + "…";
    }

    /** Says how many threads share the work. */
    void threads(int number) {
        oneDnn.ifPresent(each -> each.threads(number));
    }

    /** What computes, given what does otherwise. */
    String description(String otherwise) {
        return oneDnn.map(each -> "oneDNN " + each.version())
                .orElse(otherwise + (reason.isEmpty() ? "" : " (oneDNN itself cannot be loaded: " + reason + ")"));
    }

    @Override
    public void close() {
        oneDnn.ifPresent(OneDnn::close);
    }
}
