package org.convscape.sample.trace;

/**
 * Three numbers: a point or direction in metres (x right, y up, z towards the viewer), or light as red, green, blue.
 */
public record Vec(double x, double y, double z) {
    /** No light; the origin. */
    public static final Vec ZERO = new Vec(0, 0, 0);
    /** Full light. */
    public static final Vec ONE = new Vec(1, 1, 1);
    /** Upwards. */
    public static final Vec UP = new Vec(0, 1, 0);

    /** A colour as designers write it, {@code 0xRRGGBB} in sRGB, as linear light. */
    public static Vec rgb(int packed) {
        return new Vec(linear(packed >> 16 & 0xFF), linear(packed >> 8 & 0xFF), linear(packed & 0xFF));
    }

    private static double linear(int stored) {
        double value = stored / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }

    /** The sum. */
    public Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    /** The difference. */
    public Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y, z - other.z);
    }

    /** Each component times a number. */
    public Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    /** Component by component, as a surface colours light. */
    public Vec times(Vec other) {
        return new Vec(x * other.x, y * other.y, z * other.z);
    }

    /** This point moved along a direction. */
    public Vec along(Vec direction, double distance) {
        return new Vec(x + distance * direction.x, y + distance * direction.y, z + distance * direction.z);
    }

    /** The inner product. */
    public double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** The vector at right angles to both. */
    public Vec cross(Vec other) {
        return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** The Euclidean length. */
    public double length() {
        return Math.sqrt(dot(this));
    }

    /** The same direction with length 1. */
    public Vec unit() {
        return times(1 / length());
    }

    /** This for share 0, the other for share 1. */
    public Vec mix(Vec other, double share) {
        return new Vec(x + share * (other.x - x), y + share * (other.y - y), z + share * (other.z - z));
    }

    /** The largest component. */
    public double peak() {
        return Math.max(x, Math.max(y, z));
    }

    /** The coordinate along axis 0, 1 or 2. */
    public double axis(int index) {
        return index == 0 ? x : index == 1 ? y : z;
    }

    /** Turned about the vertical axis. */
    public Vec turnedAboutY(double radians) {
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Vec(cos * x + sin * z, y, cos * z - sin * x);
    }

    /** Turned about the horizontal axis x. */
    public Vec turnedAboutX(double radians) {
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Vec(x, cos * y - sin * z, cos * z + sin * y);
    }

    /** Turned about the axis towards the viewer, z. */
    public Vec turnedAboutZ(double radians) {
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Vec(cos * x - sin * y, cos * y + sin * x, z);
    }
}
