package org.convscape.sample.trace;

/**
 * A camera with a lens: where it stands, what it looks at, how wide it sees (degrees from top to bottom), the radius of
 * its aperture and the distance at which things are sharp.
 */
public record Camera(Vec position, Vec target, double degrees, double aperture, double focus) {

    /**
     * The ray through a place of the picture, from (-aspect, -1) bottom left to (aspect, 1), and of the lens's disc.
     */
    Ray ray(double across, double up, double lensU, double lensV) {
        Vec forward = target.minus(position).unit();
        Vec right = forward.cross(Vec.UP).unit();
        Vec above = right.cross(forward);
        double scale = StrictMath.tan(degrees * Math.PI / 360);
        Vec toFocus =
                forward.along(right, across * scale).along(above, up * scale).times(focus);
        double radius = aperture * Math.sqrt(lensU);
        double angle = 2 * Math.PI * lensV;
        Vec lens = right.times(radius * StrictMath.cos(angle)).along(above, radius * StrictMath.sin(angle));
        return new Ray(position.plus(lens), toFocus.minus(lens).unit(), Double.POSITIVE_INFINITY);
    }
}
