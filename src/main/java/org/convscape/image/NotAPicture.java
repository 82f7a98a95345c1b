package org.convscape.image;

/** A file that is no picture at all, rather than one that is damaged or of a kind that cannot be read here. */
public final class NotAPicture extends PictureFailure {
    private static final long serialVersionUID = 1L;

    /** Carries a sentence for the user. */
    public NotAPicture(String message) {
        super(message);
    }
}
