package org.convscape.cli;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.engine.EngineFailure;
import org.convscape.figures.Sentence;
import org.convscape.image.PictureFailure;
import org.convscape.io.FileFailure;
import org.convscape.op.InvalidShape;
import org.convscape.weights.fetch.FetchFailure;
import org.convscape.weights.file.WeightFileFailure;
import org.convscape.zoo.UnknownModel;

/** Tells failures that are the user's to mend, which have a sentence, from those of the program, which have not. */
final class Failures {
    private Failures() {}

    /** The sentence for the user; empty for a fault of the program. */
    static Optional<String> sentence(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return Optional.of("This takes more memory than there is (the heap may grow to "
                    + Runtime.getRuntime().maxMemory() / 1_000_000
                    + " MB); a smaller input, fewer taps or java -Xmx with a larger heap would help");
        }
        if ((failure instanceof CompletionException || failure instanceof ExecutionException)
                && failure.getCause() != null) {
            return sentence(failure.getCause());
        }
        boolean spoken = failure instanceof FileFailure
                || failure instanceof PictureFailure
                || failure instanceof UnknownModel
                || failure instanceof InvalidAttribute
                || failure instanceof InvalidShape
                || failure instanceof EngineFailure
                || failure instanceof WeightFileFailure
                || failure instanceof FetchFailure
                || failure instanceof Refusal;
        return spoken ? Optional.of(Sentence.line(failure.getMessage())) : Optional.empty();
    }
}
