package org.convscape.image;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads what people have as picture files: JPEG, PNG, GIF, BMP, TIFF, WebP and TGA. The result is upright (EXIF
 * orientation applied), opaque (laid over white) and sRGB (embedded profiles applied, where the file carries one), and
 * its notes say so. A file that ends early or cannot be decoded to its last row is refused, never shown in part,
 * because maps of a half-grey picture would mislead; damage that the decoder could work around is noted. Needs no
 * display.
 */
public final class PictureReader {
    private PictureReader() {}

    /**
     * Decodes a file.
     *
     * @throws PictureFailure with one sentence: missing, a folder, empty, not a picture, damaged, or beyond
     *     {@link PictureLimits#STANDARD}
     */
    public static Picture read(Path file) {
        return read(file, PictureLimits.STANDARD);
    }

    /** As {@link #read(Path)}, under limits of the caller's own. */
    public static Picture read(Path file, PictureLimits limits) {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        return read(name, bytes(file, limits), limits);
    }

    /**
     * Decodes the bytes of a file that were found elsewhere, on the class path for instance.
     *
     * @throws PictureFailure as {@link #read(Path)}
     */
    public static Picture read(String name, byte[] bytes, PictureLimits limits) {
        if (bytes.length == 0) {
            throw new PictureFailure(name + " is empty: it holds 0 bytes");
        }
        return new PictureDecoder(name, bytes, limits).decode();
    }

    private static byte[] bytes(Path file, PictureLimits limits) {
        try {
            if (Files.isDirectory(file)) {
                throw new PictureFailure(file + " is a folder; a picture file was expected");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new PictureFailure(file + " is a device or a pipe; a picture file was expected");
            }
            long size = Files.size(file);
            if (size > limits.bytes()) {
                throw new PictureFailure(file + " is too large: it holds " + (size >> 20) + " MiB, at most "
                        + (limits.bytes() >> 20) + " MiB are read");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new PictureFailure("There is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new PictureFailure(file + " may not be read: permission is missing", e);
        } catch (IOException e) {
            throw new PictureFailure(file + " could not be read from its disk", e);
        }
    }
}
