package org.convscape.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.convscape.figures.Sentence;

/**
 * Where results go. A writer over it swallows what goes wrong, so it is kept here: a full disk must not pass for
 * success. A reader that has seen enough, such as {@code head}, is no failure: what comes after is let go in silence.
 */
final class StandardOutput extends FilterOutputStream {
    private IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    /** What kept the output from being written, as a sentence; empty where all was, or where nobody reads any more. */
    Optional<String> fault() {
        if (failure == null || nobodyReads(failure)) {
            return Optional.empty();
        }
        String reason = Sentence.line(failure.getMessage());
        return Optional.of("The output could not be written" + (reason.isEmpty() ? "" : ": " + lowered(reason)));
    }

    private static String lowered(String reason) {
        return Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }

    /** In the words of Unix, and of Windows. */
    private static boolean nobodyReads(IOException failure) {
        return String.valueOf(failure.getMessage())
                .toLowerCase(Locale.ROOT)
                .matches(".*(broken pipe|epipe|pipe is being closed|pipe has been ended).*");
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        // After the first failure the rest would come with a gap.
        if (failure == null) {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (failure == null) {
            try {
                out.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
