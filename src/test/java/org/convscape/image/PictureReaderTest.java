package org.convscape.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

    @TempDir
    Path folder;

    /** The colours of the quarters of the upright picture: upper left, upper right, lower right, lower left. */
    @ParameterizedTest
    @CsvSource({
        "1, RGBY, 48×32", "2, GRYB, 48×32", "3, BYRG, 48×32", "4, YBGR, 48×32",
        "5, RYBG, 32×48", "6, YRGB, 32×48", "7, BGRY, 32×48", "8, GBYR, 32×48"
    })
    void everyExifOrientationIsApplied(int orientation, String quarters, String size) throws IOException {
        byte[] jpeg = PictureFiles.encode(PictureFiles.quarters(), "jpeg");
        Picture picture =
                PictureFiles.decode("turned.jpg", PictureFiles.withSegment(jpeg, 0xE1, PictureFiles.exif(orientation)));
        assertEquals(size, picture.width() + "×" + picture.height());
        assertEquals(quarters, quarters(picture));
        assertEquals(orientation == 1, picture.notes().isEmpty());
    }

    private static String quarters(Picture picture) {
        int right = picture.width() - 8;
        int low = picture.height() - 8;
        return "" + letter(picture.rgb(7, 7)) + letter(picture.rgb(7, right)) + letter(picture.rgb(low, right))
                + letter(picture.rgb(low, 7));
    }

    private static char letter(int rgb) {
        boolean red = (rgb >> 16 & 0xFF) > 200;
        boolean green = (rgb >> 8 & 0xFF) > 200;
        return red ? green ? 'Y' : 'R' : green ? 'G' : 'B';
    }

    @Test
    void anExifOrientationOutsideTheEightIsIgnored() throws IOException {
        byte[] jpeg = PictureFiles.encode(PictureFiles.quarters(), "jpeg");
        byte[] odd = PictureFiles.withSegment(jpeg, 0xE1, PictureFiles.exif(9));
        assertEquals("RGBY", quarters(PictureFiles.decode("odd.jpg", odd)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tiff", "tga", "jpeg"})
    void everyFormatKeepsEachColourInItsPlace(String format) throws IOException {
        Picture picture =
                PictureFiles.decode("quarters." + format, PictureFiles.encode(PictureFiles.quarters(), format));
        assertEquals("RGBY", quarters(picture));
        assertEquals(List.of(), picture.notes());
    }

    @Test
    void aFileIsRecognisedByItsBytesAndNotByItsName() throws IOException {
        assertEquals(
                "RGBY", quarters(PictureFiles.decode("a.jpg", PictureFiles.encode(PictureFiles.quarters(), "png"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff", "jpeg"})
    void greyLevelsStayAsTheyAreStored(String format) throws IOException {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 100);
        }
        Picture picture = PictureFiles.decode("grey", PictureFiles.encode(grey, format));
        assertEquals("646464", Integer.toHexString(picture.rgb(8, 8)));
    }

    @Test
    void anEmbeddedProfileIsAppliedInJpegAndPng() throws IOException {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, 0x808080);
        }
        byte[] jpeg =
                PictureFiles.withSegment(PictureFiles.encode(image, "jpeg"), 0xE2, PictureFiles.profileSegment(linear));
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profile.writeBytes("linear\0\0".getBytes(StandardCharsets.ISO_8859_1));
        profile.writeBytes(PngBytes.deflated(linear));
        byte[] png = PngBytes.of(1, 1, 8, PngBytes.RGB)
                .chunk("iCCP", profile.toByteArray())
                .rows(new int[] {128, 128, 128});
        for (byte[] file : List.of(jpeg, png)) {
            Picture picture = PictureFiles.decode("linear", file);
            // Half the light is stored as 188 in sRGB.
            assertEquals(188, picture.rgb(0, 0) & 0xFF, 1, picture.notes().toString());
            assertTrue(
                    picture.notes().get(0).startsWith("colours converted from the profile"),
                    picture.notes().toString());
        }
    }

    @Test
    void aGreyProfileIsApplied() throws IOException {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profile.writeBytes("grey\0\0".getBytes(StandardCharsets.ISO_8859_1));
        profile.writeBytes(PngBytes.deflated(linear));
        byte[] png = PngBytes.of(1, 1, 8, PngBytes.GREY)
                .chunk("iCCP", profile.toByteArray())
                .rows(new int[] {128});
        assertEquals(188, PictureFiles.decode("linear", png).rgb(0, 0) & 0xFF, 1);
    }

    @Test
    void aProfileThatIsNoneLeavesTheColoursAndSaysSo() throws IOException {
        byte[] png = PngBytes.of(1, 1, 8, PngBytes.RGB)
                .chunk("iCCP", "bad\0\0nonsense".getBytes(StandardCharsets.ISO_8859_1))
                .rows(new int[] {1, 2, 3});
        Picture picture = PictureFiles.decode("bad", png);
        assertEquals("10203", Integer.toHexString(picture.rgb(0, 0)));
    }

    @Test
    void aTiffOfSixteenBitsAndOneOfFloatsAreScaled() throws IOException {
        BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(0, 0, 0, 0x8080);
        deep.getRaster().setSample(1, 0, 0, 0xFFFF);
        Picture picture = PictureFiles.decode("deep", PictureFiles.encode(deep, "tiff"));
        assertEquals("808080", Integer.toHexString(picture.rgb(0, 0)));
        assertEquals(List.of("16 bits per channel reduced to 8"), picture.notes());
        byte[] real = TiffBytes.rgbFloats(1, 1, new float[] {0.5f, 1.5f, -1f});
        Picture clamped = PictureFiles.decode("real", real);
        assertEquals("80ff00", Integer.toHexString(clamped.rgb(0, 0)));
    }

    @Test
    void theFirstPageOfATiffIsReadAndTheOthersAreNoted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (int page = 0; page < 3; page++) {
                writer.writeToSequence(new IIOImage(PictureFiles.quarters(), null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        assertEquals(
                List.of("first of 3 pages"),
                PictureFiles.decode("pages.tif", bytes.toByteArray()).notes());
    }

    @Test
    void aTiffWhosePagesGoRoundInACircleComesToAnEnd() {
        byte[] circle = TiffBytes.rgbFloats(1, 1, new float[] {0, 0, 0});
        ByteBuffer.wrap(circle).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 120, 8);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                assertEquals(1, PictureFiles.decode("circle", circle).width());
            } catch (PictureFailure e) {
                assertTrue(e.getMessage().startsWith("circle "), e.getMessage());
            }
        });
    }

    @Test
    void readingLeavesNoTemporaryFilesToImageIo() throws IOException {
        PictureFiles.decode("a.png", PngBytes.of(1, 1, 8, PngBytes.GREY).rows(new int[] {1}));
        assertFalse(ImageIO.getUseCache());
    }

    static Stream<byte[]> hugeClaims() {
        byte[] gif = ByteBuffer.allocate(30)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GIF89a".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 60000)
                .putShort((short) 60000)
                .put(new byte[] {0, 0, 0, ','})
                .putInt(0)
                .putShort((short) 60000)
                .putShort((short) 60000)
                .array();
        byte[] tiff = TiffBytes.rgbFloats(60000, 60000, new float[3]);
        byte[] png = PngBytes.of(60000, 60000, 16, PngBytes.RGBA)
                .chunk("IDAT", new byte[9])
                .withoutPixels();
        return Stream.of(gif, tiff, png);
    }

    @ParameterizedTest
    @MethodSource("hugeClaims")
    void aClaimOfHugeSizeIsRefusedBeforeAnythingIsAllocated(byte[] bytes) {
        PictureFailure failure = assertThrows(PictureFailure.class, () -> PictureFiles.decode("huge", bytes));
        assertEquals(
                "huge claims to be 60000×60000 pixels, which is 3600 million; at most 120 million are decoded",
                failure.getMessage());
    }

    @Test
    void aSmallFileThatCannotHoldItsPixelsIsRefused() {
        byte[] png = PngBytes.of(10000, 10000, 8, PngBytes.GREY)
                .chunk("IDAT", new byte[9])
                .withoutPixels();
        PictureFailure failure = assertThrows(PictureFailure.class, () -> PictureFiles.decode("bomb", png));
        assertEquals(
                "bomb claims to be 10000×10000 pixels, but its " + png.length
                        + " bytes cannot hold that many: the file is damaged or made to harm",
                failure.getMessage());
    }

    @Test
    void theLimitsAreTheCallersToSet() throws IOException {
        Path file = folder.resolve("large.png");
        Files.write(file, PictureFiles.encode(PictureFiles.quarters(), "png"));
        PictureLimits few = new PictureLimits(1000, 1 << 20, 60);
        assertTrue(message(file, few).contains("48×32"));
        PictureLimits small = new PictureLimits(1_000_000, 10, 60);
        assertTrue(message(file, small).contains("is too large"));
        PictureLimits hasty = new PictureLimits(1_000_000, 1 << 20, 0);
        assertEquals("large.png takes too long to decode: more than 0 s", message(file, hasty));
    }

    private static String message(Path file, PictureLimits limits) {
        return assertThrows(PictureFailure.class, () -> PictureReader.read(file, limits))
                .getMessage();
    }

    @Test
    void whatIsNoPictureFileGetsItsSentence() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Path text = Files.writeString(folder.resolve("text.png"), "This is not a picture.");
        Path phone = Files.write(
                folder.resolve("IMG_1.HEIC"), "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        Path drawing = Files.writeString(folder.resolve("a.svg"), "<?xml version='1.0'?><svg/>");
        Path missing = folder.resolve("missing.png");
        assertEquals(folder + " is a folder; a picture file was expected", message(folder, PictureLimits.STANDARD));
        assertEquals("There is no file " + missing, message(missing, PictureLimits.STANDARD));
        assertEquals("empty.png is empty: it holds 0 bytes", message(empty, PictureLimits.STANDARD));
        assertEquals(
                "text.png is not a picture that can be read: its first bytes are those of no JPEG, PNG, GIF, BMP, TIFF,"
                        + " WebP or TGA file",
                message(text, PictureLimits.STANDARD));
        assertEquals(
                "IMG_1.HEIC is a HEIC picture, which cannot be read here; save it as JPEG or PNG first",
                message(phone, PictureLimits.STANDARD));
        assertEquals(
                "a.svg is an SVG drawing, which cannot be read here; save it as JPEG or PNG first",
                message(drawing, PictureLimits.STANDARD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tiff", "tga", "jpeg"})
    void aFileCutAnywhereGivesASentenceOrTheWholePicture(String format) throws IOException {
        byte[] whole = PictureFiles.encode(PictureFiles.quarters(), format);
        int refused = 0;
        for (int length = 1; length < whole.length; length += Math.max(1, whole.length / 60)) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            try {
                assertEquals("RGBY", quarters(PictureFiles.decode("cut.tga", part)), "cut to " + length);
            } catch (PictureFailure e) {
                refused++;
                assertTrue(e.getMessage().startsWith("cut.tga "), e.getMessage());
            }
        }
        assertTrue(refused > 20, "refused only " + refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tiff", "tga", "jpeg"})
    void damagedBytesNeverGiveAnythingButAPictureOrASentence(String format) throws IOException {
        byte[] whole = PictureFiles.encode(PictureFiles.quarters(), format);
        Random random = new Random(42);
        for (int trial = 0; trial < 150; trial++) {
            byte[] damaged = whole.clone();
            for (int flip = 0; flip < 1 + trial % 5; flip++) {
                damaged[random.nextInt(Math.min(damaged.length, trial % 2 == 0 ? 64 : 4096))] =
                        (byte) random.nextInt(256);
            }
            try {
                PictureFiles.decode("damaged.tga", damaged);
            } catch (PictureFailure e) {
                assertTrue(e.getMessage().startsWith("damaged.tga "), e.getMessage());
            }
        }
    }
}
