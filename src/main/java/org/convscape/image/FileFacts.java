package org.convscape.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.icc.IccReader;
import com.drew.metadata.jpeg.JpegDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;

/**
 * What a file says about its pixels beside them: how the camera was held, the name of its colour profile (or null), and
 * how many colour components a JPEG stores (or 0). Damaged metadata counts as none, since it costs no pixels.
 */
record FileFacts(Orientation orientation, String profile, int jpegComponents) {

    /** Whether there is a profile whose name does not say that it changes nothing. */
    boolean profileMatters() {
        String name = profile == null ? "srgb" : profile.toLowerCase(Locale.ROOT);
        return !name.contains("srgb") || name.contains("linear");
    }

    static FileFacts of(PictureFormat format, byte[] bytes) {
        try {
            Metadata metadata = format == PictureFormat.PNG
                    ? ofPng(bytes)
                    : ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length);
            return of(metadata);
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            return new FileFacts(Orientation.UPRIGHT, null, 0);
        }
    }

    /** Only the two chunks that matter: texts beside the pixels may be made to swell without end. */
    private static Metadata ofPng(byte[] bytes) {
        Metadata metadata = new Metadata();
        byte[] exif = PngChunks.exif(bytes);
        if (exif != null) {
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
        }
        byte[] profile = PngChunks.profile(bytes);
        if (profile != null) {
            new IccReader().extract(new ByteArrayReader(profile), metadata);
        }
        return metadata;
    }

    private static FileFacts of(Metadata metadata) {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        IccDirectory icc = metadata.getFirstDirectoryOfType(IccDirectory.class);
        JpegDirectory jpeg = metadata.getFirstDirectoryOfType(JpegDirectory.class);
        Integer components = jpeg == null ? null : jpeg.getInteger(JpegDirectory.TAG_NUMBER_OF_COMPONENTS);
        return new FileFacts(
                Orientation.of(exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION)),
                icc == null ? null : profileName(icc),
                components == null ? 0 : components);
    }

    private static String profileName(IccDirectory icc) {
        String name = icc.getDescription(IccDirectory.TAG_TAG_desc);
        return name == null || name.isBlank() ? "without a name" : name.strip();
    }
}
