package org.convscape.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files that other programs wrote, beside what those programs say is in them. */
class ForeignPicturesTest {

    private static byte[] bytes(String name) throws IOException {
        try (InputStream stream = ForeignPicturesTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }

    private static Picture picture(String name) throws IOException {
        return PictureFiles.decode(name, bytes(name));
    }

    /** Levels by which two pictures differ in the mean, over all channels. */
    private static double meanDifference(Picture left, Picture right) {
        long sum = 0;
        for (int row = 0; row < left.height(); row++) {
            for (int column = 0; column < left.width(); column++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((left.rgb(row, column) >> shift & 0xFF) - (right.rgb(row, column) >> shift & 0xFF));
                }
            }
        }
        return sum / (3.0 * left.width() * left.height());
    }

    /**
     * Photographs are predicted block from block: an error in one would grow down the picture. The reference was
     * decoded by libwebp without its smoothing of the colours between pixels, which is a decoder's own choice.
     */
    @Test
    void aWebpPhotographIsThatOfItsOwnLibrary() throws IOException {
        Picture here = picture("photo.webp");
        Picture reference = picture("photo.png");
        assertEquals(reference.width() + "×" + reference.height(), here.width() + "×" + here.height());
        double difference = meanDifference(here, reference);
        assertTrue(difference < 0.6, "mean difference " + difference + " levels");
        assertEquals(List.of(), here.notes());
    }

    @Test
    void inksWithoutAProfileAreConvertedAsInAJpegAndNoted() throws IOException {
        Picture inks = picture("inks.tif");
        // (1 - cyan)(1 - black) and so on of 51, 0, 102 and 51 in 255.
        assertEquals("a3cc7a", Integer.toHexString(inks.rgb(8, 8)));
        assertEquals(List.of("CMYK converted without a colour profile"), inks.notes());
    }

    @Test
    void whatADecoderSaysItCannotDoIsNoted() throws IOException {
        assertEquals(
                List.of("a part of it cannot be decoded here (\"Uncompressed WebP alpha not implemented\")"),
                picture("alpha.webp").notes());
    }

    @Test
    void warningsOfAllKindsAreHeardOnceAndInBounds() {
        DecodingWatch watch =
                new DecodingWatch(ImageIO.getImageReadersByFormatName("png").next(), 1);
        watch.warningOccurred(null, "ICC profile is Perceptual, ignoring, treating as Display class");
        watch.warningOccurred(null, "Ignoring broken/incompatible ICC profile: bad");
        watch.warningOccurred(null, "Embedded ICC profile is incompatible. Ignoring profile.");
        watch.warningOccurred(null, "Missing PhotometricInterpretation,\ndetermining fallback: 1");
        watch.warningOccurred(null, "Unknown chunk " + "x".repeat(5000));
        watch.warningOccurred(null, "One more");
        List<String> notes = watch.notes();
        assertEquals(3, notes.size(), notes.toString());
        assertEquals(ColourProfiles.LEFT_ASIDE, notes.get(0));
        assertEquals(
                "the decoder remarks \"Missing PhotometricInterpretation, determining fallback: 1\"", notes.get(1));
        assertTrue(notes.get(2).length() < 200, notes.get(2));
    }

    private static byte[] chunk(byte[] profile) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("linear\0\0".getBytes(StandardCharsets.ISO_8859_1));
        chunk.writeBytes(PngBytes.deflated(profile));
        return chunk.toByteArray();
    }

    @Test
    void theProfileOfAGreyPictureAndOfAPaletteIsNotedLikeThatOfColours() throws IOException {
        byte[] grey = PngBytes.of(1, 1, 8, PngBytes.GREY)
                .chunk("iCCP", chunk(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData()))
                .rows(new int[] {128});
        byte[] palette = PngBytes.of(1, 1, 8, PngBytes.PALETTE)
                .chunk(
                        "iCCP",
                        chunk(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData()))
                .chunk("PLTE", new byte[] {(byte) 128, (byte) 128, (byte) 128})
                .rows(new int[] {0});
        for (byte[] file : List.of(grey, palette)) {
            Picture picture = PictureFiles.decode("linear", file);
            assertEquals(188, picture.rgb(0, 0) & 0xFF, 1, "half the light");
            assertEquals(1, picture.notes().size(), picture.notes().toString());
            assertTrue(
                    picture.notes().get(0).startsWith("colours converted from the profile"),
                    picture.notes().get(0));
        }
    }

    @Test
    void aProfileThatDoesNotFitTheGreyOfAJpegIsNoted() throws IOException {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] jpeg =
                PictureFiles.withSegment(PictureFiles.encode(grey, "jpeg"), 0xE2, PictureFiles.profileSegment(linear));
        assertEquals(
                List.of(ColourProfiles.LEFT_ASIDE),
                PictureFiles.decode("grey.jpg", jpeg).notes());
    }
}
