package org.convscape.weights.published;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/**
 * What a publisher says of a file's contents.
 *
 * @param digits hexadecimal, in small letters; empty for {@link Kind#NONE}
 */
public record FileHash(Kind kind, String digits) {
    private static final int PIECE = 1 << 18;

    /** How much is said. */
    public enum Kind {
        /** Nothing: a file can be told by its name and size only. */
        NONE("none", "", 0, 0),
        /** The 128 bits of MD5: against accidents. */
        MD5("MD5", "MD5", 32, 32),
        /** The first digits of the SHA-256, as names of PyTorch's files carry them. */
        SHA256_PREFIX("SHA-256 begins", "SHA-256", 8, 63),
        /** The whole SHA-256. */
        SHA256("SHA-256", "SHA-256", 64, 64);

        private final String label;
        private final String algorithm;
        private final int least;
        private final int most;

        Kind(String label, String algorithm, int least, int most) {
            this.label = label;
            this.algorithm = algorithm;
            this.least = least;
            this.most = most;
        }

        /** How a list names it. */
        public String label() {
            return label;
        }

        /** By what it is worked out: the same for a part of the digits as for all. */
        String algorithm() {
            return algorithm;
        }

        /** How catalogues name it. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
        }

        /** What digits are expected, as a phrase. */
        String expected() {
            return (least == most ? least : least + " to " + most) + " hexadecimal digits in small letters for " + id();
        }

        boolean fits(String digits) {
            return digits.length() >= least && digits.length() <= most && digits.matches("[0-9a-f]*");
        }
    }

    /** Nothing is said. */
    public static final FileHash NONE = new FileHash(Kind.NONE, "");

    /** Whether anything is said of the contents. */
    public boolean known() {
        return kind != Kind.NONE;
    }

    /** In words: {@code SHA-256 begins 0676ba61}. */
    public String words() {
        return known() ? kind.label() + " " + digits : "no hash is published";
    }

    /**
     * The digits of a file by the same algorithm; all of them.
     *
     * @throws java.util.concurrent.CancellationException when that was asked for
     */
    public String digitsOf(Path file, Progress progress, Cancellation stop) throws IOException {
        MessageDigest digest = digest();
        long size = Files.size(file);
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                stop.check();
                digest.update(piece, 0, count);
                done += count;
                progress.report(done, Math.max(size, done + 1), "checking the hash");
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(kind.algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + kind.algorithm, e);
        }
    }

    /** Whether digits of the whole contents are those that were published. */
    public boolean agrees(String whole) {
        return whole.startsWith(digits);
    }
}
