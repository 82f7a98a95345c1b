package org.convscape.sample.trace;

/**
 * What a surface is made of. {@code roughness} is 0 for a mirror and 1 for a matt finish; {@code reflectance} is the
 * share of light that is mirrored head-on (0.04 for varnish, porcelain, plastic).
 */
public record Material(
        Kind kind, Texture colour, double roughness, double reflectance, Relief relief, double reliefReach) {

    /** How light is given back. */
    public enum Kind {
        /** Scattered by the body, and mirrored by what coats it. */
        COATED,
        /** Mirrored alone, coloured. */
        METAL,
        /** Mirrored and refracted. */
        GLASS,
        /** A surface of water that mirrors and refracts; light from above passes it as if it were not there. */
        CLEAR_WATER,
        /** Mirrored by the surface; what goes in comes back as the colour of deep water. */
        DEEP_WATER,
        /** Gives light of its own. */
        LAMP
    }

    /** Plaster, paper, cloth. */
    public static Material matt(Texture colour) {
        return new Material(Kind.COATED, colour, 1, 0, null, 0);
    }

    /** Varnished, glazed or polished; the roughness of the coat from 0.03 (wet) to 0.6 (dull). */
    public static Material coated(Texture colour, double roughness) {
        return new Material(Kind.COATED, colour, roughness, 0.04, null, 0);
    }

    /** Metal of a colour. */
    public static Material metal(Texture colour, double roughness) {
        return new Material(Kind.METAL, colour, roughness, 1, null, 0);
    }

    /** Clear glass, tinted by what passes; normals must point outwards. */
    public static Material glass(Texture tint) {
        return new Material(Kind.GLASS, tint, 0, 0.04, null, 0);
    }

    /** The surface of shallow water one can see the ground through; normals must point up. */
    public static Material clearWater(Texture tint) {
        return new Material(Kind.CLEAR_WATER, tint, 0, 0.02, null, 0);
    }

    /** Open water over great depth. */
    public static Material deepWater(Texture deep) {
        return new Material(Kind.DEEP_WATER, deep, 0, 0.02, null, 0);
    }

    /** A surface that shines with the given light. */
    public static Material lamp(Vec light) {
        return new Material(Kind.LAMP, point -> light, 1, 0, null, 0);
    }

    /** The same with a relief whose details are about {@code reach} metres wide. */
    public Material with(Relief other, double reach) {
        return new Material(kind, colour, roughness, reflectance, other, reach);
    }

    /** The same with a stronger or weaker mirror on top. */
    public Material reflecting(double share) {
        return new Material(kind, colour, roughness, share, relief, reliefReach);
    }

    boolean letsLightThrough() {
        return kind == Kind.CLEAR_WATER;
    }

    /** How much slower light is inside, as its mirror tells (1.5 for glass, 1.33 for water). */
    double refractiveIndex() {
        double root = Math.sqrt(reflectance);
        return (1 + root) / (1 - root);
    }
}
