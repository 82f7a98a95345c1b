package org.convscape.weights;

import java.nio.charset.StandardCharsets;

/** A stream of 64-bit random numbers (Steele, Lea, Flood 2014, section 4) that a seed and two names begin. */
final class SplitMix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long state;

    /** The stream for one array of one node. */
    SplitMix(long seed, String node, String name) {
        // The zero byte between the two keeps ("a", "bc") and ("ab", "c") apart.
        long hash = hash(hash(hash(FNV_OFFSET, node), "\0"), name);
        state = mix(mix(seed + GOLDEN) ^ hash);
    }

    private SplitMix(long state) {
        this.state = state;
    }

    /** The same stream from so many numbers further on. */
    SplitMix skipping(long numbers) {
        return new SplitMix(state + numbers * GOLDEN);
    }

    /** The next number. */
    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** The next number strictly between 0 and 1, with 52 random bits. */
    double nextBetweenZeroAndOne() {
        return ((next() >>> 12) + 0.5) * 0x1.0p-52;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** FNV-1a over the UTF-8 bytes. */
    private static long hash(long start, String text) {
        long hash = start;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }
}
