package org.convscape.image;

/**
 * How a camera held the picture it stored, as the EXIF tag 0x0112 numbers it: 1 upright, 2 mirrored, 3 turned by 180°,
 * 4 mirrored top to bottom, 5 to 8 with rows and columns exchanged.
 */
record Orientation(int tag) {

    static final Orientation UPRIGHT = new Orientation(1);

    /** The orientation of a tag's value; upright where the value means nothing. */
    static Orientation of(Integer tag) {
        return tag == null || tag < 1 || tag > 8 ? UPRIGHT : new Orientation(tag);
    }

    boolean upright() {
        return tag == 1;
    }

    /** Whether the upright picture's width is the stored one's height. */
    boolean exchangesSides() {
        return tag >= 5;
    }

    /** Where a stored pixel stands in the upright picture, as an index into its rows. */
    int index(int row, int column, int width, int height) {
        int right = width - 1 - column;
        int below = height - 1 - row;
        return switch (tag) {
            case 2 -> row * width + right;
            case 3 -> below * width + right;
            case 4 -> below * width + column;
            case 5 -> column * height + row;
            case 6 -> column * height + below;
            case 7 -> right * height + below;
            case 8 -> right * height + row;
            default -> row * width + column;
        };
    }

    String note() {
        String verb =
                switch (tag) {
                    case 2, 4 -> "mirrored";
                    case 5, 7 -> "mirrored and rotated";
                    default -> "rotated";
                };
        return verb + " by EXIF orientation " + tag;
    }
}
