package org.convscape.image;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Watches a decoder at work: stops it when it takes too long, and listens to all that it warns of, because a picture
 * that was decoded but for something must not pass for the whole.
 */
final class DecodingWatch implements IIOReadProgressListener, IIOReadWarningListener {
    private static final int MOST_REMARKS = 3;
    private static final int LONGEST_REMARK = 120;

    /** These say that nothing was lost, or what the notes on colours say in any case. */
    private static final List<String> HARMLESS =
            List.of("treating as display class", "no embedded icc color profile", "ignoring extras");

    private final long deadline;
    private final Set<String> remarks = new LinkedHashSet<>();
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

    /** What the decoder warned of, as notes on the picture. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(remarks);
        if (damaged) {
            notes.add("the file is damaged: parts of the picture may be wrong");
        }
        return notes;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        if (text.contains("truncated") || text.contains("premature end")) {
            truncated = true;
        } else if (text.contains("corrupt") || text.contains("out-of-sequence")) {
            damaged = true;
        } else if (text.contains("profile") && text.contains("ignoring")) {
            remark(ColourProfiles.LEFT_ASIDE, text);
        } else if (text.contains("not implemented") || text.contains("support") || text.contains("unknown")) {
            remark("a part of it cannot be decoded here (\"" + shortened(warning) + "\")", text);
        } else {
            remark("the decoder remarks \"" + shortened(warning) + "\"", text);
        }
    }

    private void remark(String note, String warning) {
        if (remarks.size() < MOST_REMARKS && HARMLESS.stream().noneMatch(warning::contains)) {
            remarks.add(note);
        }
    }

    /** A remark may quote what stands in the file, at any length. */
    private static String shortened(String warning) {
        String line = warning.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= LONGEST_REMARK ? line : line.substring(0, LONGEST_REMARK) + "…";
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
