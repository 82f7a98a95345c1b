package org.convscape.image;

import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;

/** Watches a decoder at work: stops it when it takes too long, and listens for what it warns of. */
final class DecodingWatch implements IIOReadProgressListener, IIOReadWarningListener {
    private final long deadline;
    private boolean tooSlow;
    private boolean truncated;
    private boolean damaged;

    DecodingWatch(ImageReader reader, int seconds) {
        this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
        reader.addIIOReadProgressListener(this);
        reader.addIIOReadWarningListener(this);
    }

    boolean tooSlow() {
        return tooSlow;
    }

    boolean truncated() {
        return truncated;
    }

    /** A note on damage that the decoder could work around. */
    Optional<String> damage() {
        return damaged ? Optional.of("the file is damaged: parts of the picture may be wrong") : Optional.empty();
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        truncated |= text.contains("truncated") || text.contains("premature end");
        damaged |= text.contains("corrupt");
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (System.nanoTime() > deadline) {
            tooSlow = true;
            source.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
