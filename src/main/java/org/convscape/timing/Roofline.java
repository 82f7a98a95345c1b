package org.convscape.timing;

/**
 * What a machine can do at most: so many multiply-adds per second, and so many bytes per second from and to memory. A
 * step is held back by whichever takes it longer (Williams, Waterman and Patterson, 2009, section 3). Steps whose data
 * lie in the caches already can be faster than memory.
 *
 * @param multiplyAdds per second, in units of 10⁹
 * @param bytes per second, in units of 10⁹
 */
public record Roofline(double multiplyAdds, double bytes) {

    /** Which of the two holds a step back. */
    public enum Bound {
        /** The multiply-adds take longer. */
        COMPUTE("compute"),
        /** Moving the bytes takes longer. */
        MEMORY("memory");

        private final String label;

        Bound(String label) {
            this.label = label;
        }

        /** The word a person reads. */
        public String label() {
            return label;
        }
    }

    /** Checks that both are there. */
    public Roofline {
        if (!(multiplyAdds > 0) || !(bytes > 0) || Double.isInfinite(multiplyAdds) || Double.isInfinite(bytes)) {
            throw new IllegalArgumentException(
                    "A roofline has two positive rates, found " + multiplyAdds + " GMAC/s and " + bytes + " GB/s");
        }
    }

    /** The multiply-adds per byte above which computing is what takes longer. */
    public double ridge() {
        return multiplyAdds / bytes;
    }

    /** The rate, in 10⁹ multiply-adds per second, that work of so many multiply-adds per byte can reach. */
    public double attainable(double intensity) {
        return Math.min(multiplyAdds, bytes * intensity);
    }

    /** What holds work of so many multiply-adds per byte back. */
    public Bound bound(double intensity) {
        return intensity >= ridge() ? Bound.COMPUTE : Bound.MEMORY;
    }

    /** The least time, in milliseconds, for so much work. */
    public double leastMilliseconds(StepWork work) {
        return Math.max(work.multiplyAdds() / (multiplyAdds * 1e6), work.bytes() / (bytes * 1e6));
    }
}
