package org.convscape.sample.trace;

/**
 * From light to what a photograph shows: an S-shaped curve like that of film (Narkowicz's fit of the Academy's curve,
 * 2015) with deep shadows and a soft shoulder, then sRGB.
 */
final class ToneCurve {
    /** The curve makes colours stronger than they are; this share of grey makes up for it. */
    private static final double MUTED = 0.12;

    private ToneCurve() {}

    static int rgb(Vec light) {
        double grey = 0.2126 * light.x() + 0.7152 * light.y() + 0.0722 * light.z();
        Vec muted = light.mix(Vec.ONE.times(grey), MUTED);
        return channel(muted.x()) << 16 | channel(muted.y()) << 8 | channel(muted.z());
    }

    private static int channel(double light) {
        double value = Math.max(0, light);
        double shown = value * (2.51 * value + 0.03) / (value * (2.43 * value + 0.59) + 0.14);
        double bright = Math.min(1, shown);
        double stored = bright <= 0.0031308 ? 12.92 * bright : 1.055 * StrictMath.pow(bright, 1 / 2.4) - 0.055;
        return (int) Math.max(0, Math.min(255, Math.round(255 * stored)));
    }
}
