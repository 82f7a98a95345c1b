package org.convscape.image;

import org.convscape.tensor.Shape;

/** Which region of a picture is used, and which region of the input it fills. Widths stand before heights. */
record Frame(Region picture, Region input, int pictureWidth, int pictureHeight, int inputWidth, int inputHeight) {

    static Frame of(Fit fit, Picture picture, Shape input) {
        check(input);
        int width = picture.width();
        int height = picture.height();
        Region wholePicture = new Region(0, 0, width, height);
        Region wholeInput = new Region(0, 0, input.width(), input.height());
        return switch (fit) {
            case SQUASH -> new Frame(wholePicture, wholeInput, width, height, input.width(), input.height());
            case CROP ->
                new Frame(
                        centred(width, height, input.width(), input.height()),
                        wholeInput,
                        width,
                        height,
                        input.width(),
                        input.height());
            case PAD ->
                new Frame(
                        wholePicture,
                        centred(input.width(), input.height(), width, height),
                        width,
                        height,
                        input.width(),
                        input.height());
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
                    + resized(picture, input);
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
