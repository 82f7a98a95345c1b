package org.convscape.maps;

/** The perceptual colour space OKLab (B. Ottosson, 2020), enough of it to interpolate between colours. */
final class Oklab {
    private Oklab() {}

    /** Opaque ARGB colours that lead through the given points at equal distances. */
    static int[] gradient(int[] points, int entries) {
        int[] colours = new int[entries];
        for (int i = 0; i < entries; i++) {
            double position = (double) i * (points.length - 1) / (entries - 1);
            int segment = Math.min((int) position, points.length - 2);
            double share = position - segment;
            double[] from = ofRgb(points[segment]);
            double[] to = ofRgb(points[segment + 1]);
            double[] mixed = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                mixed[axis] = from[axis] + share * (to[axis] - from[axis]);
            }
            colours[i] = toArgb(mixed);
        }
        return colours;
    }

    /** Lightness (0 black to 1 white) and the two colour axes of an sRGB colour. */
    static double[] ofRgb(int rgb) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static int toArgb(double[] lab) {
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        int red = stored(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = stored(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = stored(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static double linear(int stored) {
        double value = stored / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int stored(double linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.max(0, Math.min(255, Math.round(255 * value)));
    }
}
