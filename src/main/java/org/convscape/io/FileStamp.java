package org.convscape.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file was like when it was last read or written, to notice that somebody else has written it since.
 *
 * @param size in bytes; -1 for a file that is not there
 * @param modified when it was last written, in milliseconds since 1970
 * @param digest of its contents (SHA-256), so that a file that was only touched does not count as another
 */
public record FileStamp(long size, long modified, String digest) {

    /** That of a file that is not there. */
    public static final FileStamp NOTHING = new FileStamp(-1, 0, "");

    /** How a file stands to its stamp. */
    public enum Standing {
        /** It has the same contents, or is missing as before. */
        SAME,
        /** It has other contents, or has appeared. */
        CHANGED,
        /** It has gone. */
        GONE
    }

    /** The stamp of a file as it is now; of one that cannot be read that of nothing. */
    public static FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(
                    attributes.size(), attributes.lastModifiedTime().toMillis(), digest(file));
        } catch (IOException e) {
            return NOTHING;
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * How a file stands to this now. Reads it only where its size or time is another; what cannot be read is as before.
     */
    public Standing standing(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.size() == size && now.lastModifiedTime().toMillis() == modified) {
                return Standing.SAME;
            }
            return digest(file).equals(digest) ? Standing.SAME : Standing.CHANGED;
        } catch (NoSuchFileException e) {
            return size < 0 ? Standing.SAME : Standing.GONE;
        } catch (IOException e) {
            return Standing.SAME;
        }
    }
}
