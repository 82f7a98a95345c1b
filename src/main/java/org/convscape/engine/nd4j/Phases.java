package org.convscape.engine.nd4j;

import java.math.BigInteger;

/**
 * How a dilated window falls apart into ordinary ones along one axis.
 *
 * @param before padding before the first input position
 */
record Phases(int dilation, int strideOfAll, int before) {

    /** Output positions of one phase lie so far apart. */
    int outputStep() {
        return dilation / common();
    }

    /** Input positions of one phase lie so far apart. */
    int inputStep() {
        return dilation;
    }

    /** The stride of the window among the input positions of one phase. */
    int stride() {
        return strideOfAll / common();
    }

    /** How many phases there are for an output of that extent. */
    int count(long output) {
        return (int) Math.min(outputStep(), output);
    }

    /** The first input position of a phase. */
    int start(int phase) {
        int meets = firstMet(phase);
        return meets >= 0 ? meets : Math.floorMod(meets, dilation);
    }

    /** How many positions of padding stand before the first input position of a phase. */
    int padding(int phase) {
        int meets = firstMet(phase);
        return meets >= 0 ? 0 : -Math.floorDiv(meets, dilation);
    }

    /** True when every phase has an input position to begin with. */
    boolean allMeet(long input, long output) {
        for (int phase = 0; phase < count(output); phase++) {
            if (start(phase) >= input) {
                return false;
            }
        }
        return true;
    }

    private int firstMet(int phase) {
        return phase * strideOfAll - before;
    }

    private int common() {
        return BigInteger.valueOf(dilation).gcd(BigInteger.valueOf(strideOfAll)).intValue();
    }
}
