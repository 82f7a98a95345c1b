package org.convscape.weights.file;

/**
 * What there is to say of the numbers of an array without showing them. Those that are no numbers or infinite are
 * counted and left out of the rest.
 *
 * @param least NaN where there are none
 * @param largest NaN where there are none
 */
public record ArrayFigures(double sum, float least, float largest, long notFinite) {

    /** Those of the numbers. */
    public static ArrayFigures of(float[] values) {
        double sum = 0;
        float least = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        long notFinite = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                sum += value;
                least = Math.min(least, value);
                largest = Math.max(largest, value);
            } else {
                notFinite++;
            }
        }
        boolean any = notFinite < values.length;
        return new ArrayFigures(sum, any ? least : Float.NaN, any ? largest : Float.NaN, notFinite);
    }
}
