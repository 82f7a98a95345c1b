package org.convscape.image;

import org.convscape.tensor.Shape;

/**
 * Which region of a picture is used, and which region of the input it fills. Widths stand before heights.
 *
 * @param resize the shorter side that the picture would have had before the region was cut out; 0 for no such step
 */
record Frame(
        Region picture,
        Region input,
        int pictureWidth,
        int pictureHeight,
        int inputWidth,
        int inputHeight,
        int resize) {

    static Frame of(InputPreparation preparation, Picture picture, Shape input) {
        check(input);
        int resize = preparation.fit() == Fit.CROP ? preparation.resize() : 0;
        int width = picture.width();
        int height = picture.height();
        Region wholePicture = new Region(0, 0, width, height);
        Region wholeInput = new Region(0, 0, input.width(), input.height());
        return switch (preparation.fit()) {
            case SQUASH -> new Frame(wholePicture, wholeInput, width, height, input.width(), input.height(), 0);
            case CROP ->
                new Frame(
                        cropped(width, height, input, resize),
                        wholeInput,
                        width,
                        height,
                        input.width(),
                        input.height(),
                        resize);
            case PAD ->
                new Frame(
                        wholePicture,
                        centred(input.width(), input.height(), width, height),
                        width,
                        height,
                        input.width(),
                        input.height(),
                        0);
        };
    }

    private static void check(Shape input) {
        if (input.vector() || (input.channels() != 1 && input.channels() != 3)) {
            throw new PictureFailure("A picture becomes an input of 3 channels, or of 1 (grey); this network's input"
                    + " is " + (input.vector() ? "a vector of " + input : input.toString())
                    + ": feed it a .npy file of that shape instead");
        }
        if (input.elements() > Integer.MAX_VALUE / 4) {
            throw new PictureFailure("An input of " + input + " is too large for a picture: it would hold "
                    + input.elements() + " values, at most " + Integer.MAX_VALUE / 4 + " are possible");
        }
    }

    /**
     * What a cut of the input's size out of the centre shows once the shorter side has been resized; as much as there
     * is where that side would be shorter than the cut.
     */
    private static Region cropped(int width, int height, Shape input, int resize) {
        Region largest = centred(width, height, input.width(), input.height());
        if (resize == 0) {
            return largest;
        }
        double pixels = (double) Math.min(width, height) / resize;
        int partWidth = (int) Math.round(input.width() * pixels);
        int partHeight = (int) Math.round(input.height() * pixels);
        return partWidth > largest.width() || partHeight > largest.height()
                ? largest
                : new Region(
                        (width - Math.max(1, partWidth)) / 2,
                        (height - Math.max(1, partHeight)) / 2,
                        Math.max(1, partWidth),
                        Math.max(1, partHeight));
    }

    /** The largest centred region of a frame that has the proportions of another. */
    private static Region centred(int width, int height, int likeWidth, int likeHeight) {
        int partWidth = width;
        int partHeight = height;
        if ((long) width * likeHeight > (long) height * likeWidth) {
            partWidth = Math.max(1, (int) Math.round((double) height * likeWidth / likeHeight));
        } else {
            partHeight = Math.max(1, (int) Math.round((double) width * likeHeight / likeWidth));
        }
        return new Region((width - partWidth) / 2, (height - partHeight) / 2, partWidth, partHeight);
    }

    String sentence(int channels) {
        String sentence;
        if (picture.width() != pictureWidth || picture.height() != pictureHeight) {
            sentence = "centre crop " + picture.size() + " of " + pictureWidth + "×" + pictureHeight
                    + resized(picture, input)
                    + (resize == 0 ? "" : " (as of a picture whose shorter side is " + resize + ")");
        } else if (input.width() != inputWidth || input.height() != inputHeight) {
            sentence = "whole picture " + picture.size() + resized(picture, input) + ", padded with black to "
                    + inputWidth + "×" + inputHeight;
        } else if ((long) picture.width() * inputHeight == (long) picture.height() * inputWidth) {
            sentence = "whole picture " + picture.size() + resized(picture, input);
        } else {
            sentence = "whole picture " + picture.size() + ", squashed to " + input.size();
        }
        return channels == 1 ? sentence + ", turned grey" : sentence;
    }

    private static String resized(Region from, Region to) {
        boolean same = from.width() == to.width() && from.height() == to.height();
        return same ? "" : ", resized to " + to.size();
    }

    /** A rectangle of pixels. */
    record Region(int left, int top, int width, int height) {
        String size() {
            return width + "×" + height;
        }
    }
}
