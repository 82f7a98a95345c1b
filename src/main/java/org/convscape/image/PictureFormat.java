package org.convscape.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A kind of picture file that can be decoded, recognised by its first bytes rather than by its name. */
enum PictureFormat {
    JPEG("jpeg", Long.MAX_VALUE),
    PNG("png", 10_000),
    GIF("gif", 10_000),
    BMP("bmp", 10_000),
    TIFF("tiff", Long.MAX_VALUE),
    WEBP("webp", Long.MAX_VALUE),
    TGA("tga", 10_000);

    private final String readerName;
    private final long mostPixelsPerByte;

    PictureFormat(String readerName, long mostPixelsPerByte) {
        this.readerName = readerName;
        this.mostPixelsPerByte = mostPixelsPerByte;
    }

    /** How ImageIO names it. */
    String readerName() {
        return readerName;
    }

    /** How people name it. */
    String label() {
        return this == WEBP ? "WebP" : name();
    }

    /**
     * Whether so many pixels can come from so many bytes. Deflate gives at most 1,032 bytes for one, LZW and the run
     * lengths less; the others have no bound.
     */
    boolean canHold(long pixels, long bytes) {
        return pixels / mostPixelsPerByte <= bytes;
    }

    /** Whether the mark or the length that such a file ends with shows that its end is missing. */
    boolean cutShort(byte[] bytes) {
        return switch (this) {
            case PNG -> !ascii(bytes, Math.max(0, bytes.length - 64), 64).contains("IEND");
            case JPEG -> !ascii(bytes, Math.max(0, bytes.length - 64), 64).contains("\u00FF\u00D9");
            case GIF -> bytes[bytes.length - 1] != ';';
            case BMP -> bytes.length < 6 || littleEndian(bytes, 2) > bytes.length;
            case WEBP -> bytes.length < 8 || littleEndian(bytes, 4) + 8 > bytes.length;
            case TIFF, TGA -> false;
        };
    }

    private static long littleEndian(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xFFFFFFFFL;
    }

    /**
     * Recognises a file.
     *
     * @throws PictureFailure naming what it is instead, if that is known
     */
    static PictureFormat of(String name, byte[] bytes) {
        String start = ascii(bytes, 0, 16);
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        } else if (start.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        } else if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return GIF;
        } else if (isTiff(start)) {
            return TIFF;
        } else if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        } else if (start.startsWith("BM")) {
            return BMP;
        } else if (isTga(name, bytes)) {
            return TGA;
        }
        throw unknown(name, start, ascii(bytes, 0, 512));
    }

    private static boolean isTiff(String start) {
        return start.startsWith("II*\0")
                || start.startsWith("MM\0*")
                || start.startsWith("II+\0")
                || start.startsWith("MM\0+");
    }

    /** Targa files have no mark at their start: newer ones have one at their end, older ones only their name. */
    private static boolean isTga(String name, byte[] bytes) {
        return name.toLowerCase(Locale.ROOT).endsWith(".tga")
                || ascii(bytes, Math.max(0, bytes.length - 18), 16).equals("TRUEVISION-XFILE");
    }

    private static PictureFailure unknown(String name, String start, String text) {
        String other = otherKind(start, text);
        if (other != null) {
            return new PictureFailure(
                    name + " is " + other + ", which cannot be read here; save it as JPEG or PNG first");
        }
        return new NotAPicture(name + " is not a picture that can be read: its first bytes are those of no JPEG, PNG,"
                + " GIF, BMP, TIFF, WebP or TGA file");
    }

    private static String otherKind(String start, String text) {
        if (start.startsWith("ftyp", 4)) {
            String brand = start.substring(8, Math.min(12, start.length()));
            return switch (brand) {
                case "heic", "heix", "hevc", "mif1", "msf1", "heim", "heis" -> "a HEIC picture";
                case "avif", "avis" -> "an AVIF picture";
                default -> "a film";
            };
        }
        if (start.startsWith("8BPS")) {
            return "a Photoshop document";
        } else if (start.startsWith("%PDF")) {
            return "a PDF document";
        } else if (start.startsWith("\0\0\u0001\0")) {
            return "an icon file";
        } else if (start.startsWith("\u00FF\n") || start.startsWith("\0\0\0\fJXL ")) {
            return "a JPEG XL picture";
        } else if (start.startsWith("\0\0\0\fjP  ") || start.startsWith("\u00FFO\u00FFQ")) {
            return "a JPEG 2000 picture";
        } else if (text.contains("<svg")) {
            return "an SVG drawing";
        }
        return null;
    }

    private static String ascii(byte[] bytes, int from, int length) {
        return new String(bytes, from, Math.min(length, bytes.length - from), StandardCharsets.ISO_8859_1);
    }
}
