package org.convscape.weights.published;

import java.util.OptionalLong;
import org.convscape.figures.Figures;

/**
 * How large a file is said to be.
 *
 * @param bytes empty where nobody says
 * @param rounded true where it is stated in megabytes
 */
public record FileSize(OptionalLong bytes, boolean rounded) {
    private static final double ROUNDING = 0.02;

    /** No file of weights is larger: what goes on beyond this is none. */
    public static final long LARGEST = 4_000_000_000L;

    /** Nobody says. */
    public static final FileSize UNKNOWN = new FileSize(OptionalLong.empty(), true);

    /** The most bytes that the file may have. */
    public long most() {
        return bytes.isEmpty() ? LARGEST : bytes.getAsLong() + slack();
    }

    /** The fewest bytes that the file may have. */
    public long least() {
        return bytes.isEmpty() ? 1 : bytes.getAsLong() - slack();
    }

    private long slack() {
        return rounded ? Math.round(bytes.getAsLong() * ROUNDING) : 0;
    }

    /** Whether a file of so many bytes can be this one. */
    public boolean suits(long found) {
        return found >= least() && found <= most();
    }

    /** The number alone; empty where nobody says. */
    public String figure() {
        return bytes.isEmpty() ? "" : Figures.bytes(bytes.getAsLong());
    }

    /** The same to the byte where it is known so. */
    public String exactly() {
        return bytes.isEmpty() || rounded ? words() : Figures.whole(bytes.getAsLong()) + " bytes";
    }

    /** {@code 103 MB}, {@code about 103 MB}; {@code size unknown}. */
    public String words() {
        return bytes.isEmpty() ? "size unknown" : (rounded ? "about " : "") + Figures.bytes(bytes.getAsLong());
    }
}
