package org.convscape.weights.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a file, and the first digits of it that its name carries, as {@code resnet50-0676ba61.pth} does: the
 * custom of PyTorch's publishers ({@code torch/hub.py}).
 *
 * @param sha256 64 hexadecimal digits
 * @param inName 8 digits or more; empty where the name carries none
 */
public record Checksum(String sha256, Optional<String> inName) {
    private static final Pattern IN_NAME = Pattern.compile("-([0-9a-fA-F]{8,64})\\.");
    private static final Pattern DATE = Pattern.compile("(19|20)\\d{6}");
    private static final int PIECE = 1 << 18;

    /** Reads the whole file. */
    public static Checksum of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                digest.update(piece, 0, count);
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            return new Checksum(sha256, inName(file, sha256));
        } catch (IOException e) {
            throw FileBytes.complaint(file, "the system says: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Eight digits that read as a date are one, unless they agree. */
    private static Optional<String> inName(Path file, String sha256) {
        Matcher matcher = IN_NAME.matcher(String.valueOf(file.getFileName()));
        Optional<String> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return last.filter(
                digits -> sha256.startsWith(digits) || !DATE.matcher(digits).matches());
    }

    /** Whether the digits in the name are those of the contents; empty where there are none. */
    public Optional<Boolean> agrees() {
        return inName.map(sha256::startsWith);
    }
}
