package org.convscape.sample.trace;

/** Where a part stands in the scene: made larger, tilted about z, turned about the vertical, then moved. */
public record Placement(Vec position, double tilt, double turn, double size) {
    /** As it was made. */
    public static final Placement NONE = new Placement(Vec.ZERO, 0, 0, 1);

    /** Moved only. */
    public static Placement at(double x, double y, double z) {
        return new Placement(new Vec(x, y, z), 0, 0, 1);
    }

    /** Turned about the vertical by so many degrees as well. */
    public Placement turned(double degrees) {
        return new Placement(position, tilt, turn + radians(degrees), size);
    }

    /** Tilted to the left by so many degrees before it is turned. */
    public Placement tilted(double degrees) {
        return new Placement(position, tilt + radians(degrees), turn, size);
    }

    /** Made so many times as large as well. */
    public Placement sized(double factor) {
        return new Placement(position, tilt, turn, size * factor);
    }

    private static double radians(double degrees) {
        return degrees * Math.PI / 180;
    }

    /** Where a point of the part lies in the scene. */
    public Vec point(Vec local) {
        return direction(local).times(size).plus(position);
    }

    Vec direction(Vec local) {
        Vec tilted = tilt == 0 ? local : local.turnedAboutZ(tilt);
        return turn == 0 ? tilted : tilted.turnedAboutY(turn);
    }

    /** A texture that was made for the part where it was made, carried along to where it stands. */
    public Texture carry(Texture texture) {
        return point -> texture.colour(
                point.minus(position).turnedAboutY(-turn).turnedAboutZ(-tilt).times(1 / size));
    }
}
