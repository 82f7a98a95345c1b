package org.convscape.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The decoding of one file's bytes: header first, limits, then pixels, colours and orientation. */
final class PictureDecoder {
    static {
        // ImageIO would otherwise write temporary files.
        ImageIO.setUseCache(false);
    }

    private final String name;
    private final byte[] bytes;
    private final PictureLimits limits;
    private final List<String> notes = new ArrayList<>();

    PictureDecoder(String name, byte[] bytes, PictureLimits limits) {
        this.name = name;
        this.bytes = bytes;
        this.limits = limits;
    }

    Picture decode() {
        PictureFormat format = PictureFormat.of(name, bytes);
        ImageReader reader = reader(format);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // A damaged remark in a PNG must not cost its pixels; the other decoders need what stands beside the
            // pixels.
            reader.setInput(input, false, format == PictureFormat.PNG);
            DecodingWatch watch = new DecodingWatch(reader, limits.seconds());
            checkSize(format, reader);
            BufferedImage image = reader.read(0);
            if (watch.tooSlow()) {
                throw new PictureFailure(name + " takes too long to decode: more than " + limits.seconds() + " s");
            }
            if (watch.truncated()) {
                throw incomplete(format, null);
            }
            notes.addAll(watch.notes());
            return picture(format, reader, image);
        } catch (IOException | RuntimeException e) {
            throw failure(format, e);
        } catch (OutOfMemoryError e) {
            throw new PictureFailure(
                    name + " needs more memory than the "
                            + megabytes(Runtime.getRuntime().maxMemory()) + " MB this program may use",
                    e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(PictureFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.readerName());
        ImageReader first = readers.next();
        while (!first.getClass().getName().startsWith("com.twelvemonkeys") && readers.hasNext()) {
            ImageReader next = readers.next();
            first = next.getClass().getName().startsWith("com.twelvemonkeys") ? next : first;
        }
        return first;
    }

    private void checkSize(PictureFormat format, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        String claim = name + " claims to be " + width + "×" + height + " pixels";
        if (width < 1 || height < 1) {
            throw new PictureFailure(claim + ", at least 1×1 was expected");
        }
        if (pixels > limits.pixels()) {
            throw new PictureFailure(claim + ", which is " + pixels / 1_000_000 + " million; at most "
                    + limits.pixels() / 1_000_000 + " million are decoded");
        }
        if (!format.canHold(pixels, bytes.length)) {
            throw new PictureFailure(claim + ", but its " + bytes.length + " bytes cannot hold that many: the file is"
                    + " damaged or made to harm");
        }
        long needed = pixels * (Integer.BYTES + storedBytesPerPixel(reader));
        long most = Runtime.getRuntime().maxMemory() / 4 * 3;
        if (needed > most) {
            throw new PictureFailure(claim + ", which takes " + megabytes(needed)
                    + " MB to decode; this program may use " + megabytes(most) + " MB for a picture");
        }
    }

    private static long storedBytesPerPixel(ImageReader reader) throws IOException {
        SampleModel samples = reader.getImageTypes(0).next().getSampleModel();
        int bits = 0;
        for (int size : samples.getSampleSize()) {
            bits += size;
        }
        return Math.max(1, bits / 8);
    }

    private Picture picture(PictureFormat format, ImageReader reader, BufferedImage image) {
        FileFacts facts = FileFacts.of(format, bytes);
        noteFrames(format, reader);
        byte[] profile = format == PictureFormat.PNG ? PngChunks.profile(bytes) : null;
        BufferedImage coloured = profile == null ? image : ColourProfiles.joined(image, profile);
        noteColours(format, facts, stored(reader, coloured), coloured != image);
        if (profile == null && facts.profileMatters() && ColourProfiles.unprofiled(image)) {
            note(ColourProfiles.LEFT_ASIDE);
        }
        SrgbPixels pixels = SrgbPixels.of(coloured, facts.orientation());
        if (pixels.transparent()) {
            notes.add("alpha laid over white");
        }
        boolean exchanged = facts.orientation().exchangesSides();
        if (!facts.orientation().upright()) {
            notes.add(facts.orientation().note());
        }
        int width = exchanged ? image.getHeight() : image.getWidth();
        int height = exchanged ? image.getWidth() : image.getHeight();
        return Picture.of(name, width, height, pixels.upright(), notes);
    }

    private void noteFrames(PictureFormat format, ImageReader reader) {
        if (format == PictureFormat.PNG && PngChunks.animated(bytes)) {
            notes.add("the still picture of an animated PNG");
        }
        String kind = format == PictureFormat.TIFF ? "pages" : "frames";
        try {
            int frames = reader.getNumImages(true);
            if (frames > 1) {
                notes.add("first of " + frames + " " + kind);
            }
        } catch (IOException | RuntimeException e) {
            notes.add("the first of several " + kind + "; the others are damaged");
        }
    }

    /** The colours as the file stores them, which some decoders convert on the way. */
    private static ColorModel stored(ImageReader reader, BufferedImage image) {
        if (!image.getColorModel().getColorSpace().isCS_sRGB()) {
            return image.getColorModel();
        }
        try {
            ImageTypeSpecifier raw = reader.getRawImageType(0);
            return raw == null ? image.getColorModel() : raw.getColorModel();
        } catch (IOException | RuntimeException e) {
            return image.getColorModel();
        }
    }

    private void noteColours(PictureFormat format, FileFacts facts, ColorModel stored, boolean joined) {
        int bits = stored.getComponentSize(0);
        if (bits > 8) {
            notes.add(bits + " bits per channel reduced to 8");
        }
        boolean print = stored.getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        if (print || (format == PictureFormat.JPEG && facts.jpegComponents() == 4)) {
            notes.add(facts.profile() == null ? "CMYK converted without a colour profile" : "CMYK converted");
        } else if (joined || ColourProfiles.differs(stored.getColorSpace())) {
            notes.add("colours converted from the profile " + facts.profile() + " to sRGB");
        }
    }

    /** Once, though decoder and decoding may come to the same. */
    private void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    private PictureFailure failure(PictureFormat format, Exception e) {
        if (e instanceof PictureFailure known) {
            return known;
        }
        boolean ended = format.cutShort(bytes);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            ended |= cause instanceof EOFException;
        }
        if (ended) {
            return incomplete(format, e);
        }
        return new PictureFailure(
                name + " is damaged or of a rare kind: it begins as a " + format.label()
                        + " file but cannot be decoded",
                e);
    }

    private PictureFailure incomplete(PictureFormat format, Exception cause) {
        return new PictureFailure(
                name + " is incomplete: the " + format.label() + " file ends before its picture does", cause);
    }

    private static long megabytes(long size) {
        return size >> 20;
    }
}
