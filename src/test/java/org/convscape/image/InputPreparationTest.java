package org.convscape.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InputPreparationTest {

    private static Picture plain(int width, int height, int rgb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, rgb);
        return Picture.of("plain", width, height, pixels, List.of());
    }

    private static Picture random(int width, int height) {
        return Picture.of(
                "random",
                width,
                height,
                new Random(7).ints((long) width * height, 0, 1 << 24).toArray(),
                List.of());
    }

    private static InputPreparation with(Fit fit) {
        return new InputPreparation(fit, Normalisation.RAW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CROP   | 768 | 512 | 224x224x3 | centre crop 512×512 of 768×512, resized to 224×224
            CROP   | 512 | 768 | 100x200x3 | centre crop 512×256 of 512×768, resized to 200×100
            CROP   | 224 | 224 | 224x224x3 | whole picture 224×224
            CROP   | 448 | 448 | 224x224x3 | whole picture 448×448, resized to 224×224
            CROP   | 300 | 224 | 224x224x1 | centre crop 224×224 of 300×224, turned grey
            SQUASH | 768 | 512 | 224x224x3 | whole picture 768×512, squashed to 224×224
            SQUASH | 768 | 512 | 256x384x3 | whole picture 768×512, resized to 384×256
            PAD    | 768 | 512 | 224x224x3 | whole picture 768×512, resized to 224×149, padded with black to 224×224
            PAD    | 100 | 400 | 50x50x3   | whole picture 100×400, resized to 13×50, padded with black to 50×50
            PAD    | 40  | 50  | 50x50x3   | whole picture 40×50, padded with black to 50×50
            """)
    void theSentenceNamesEveryPixelThatIsLostOrAdded(Fit fit, int width, int height, String input, String sentence) {
        Picture picture = plain(width, height, 0);
        Shape shape = Shape.parse(input);
        assertEquals(sentence, with(fit).describe(picture, shape));
        assertEquals(List.of(sentence), with(fit).preview(picture, shape).notes());
    }

    @Test
    void aCropTakesTheMiddleAndSquashTheWhole() {
        int[] pixels = new int[90 * 30];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 90 < 30 ? 0xFF0000 : i % 90 < 60 ? 0x00FF00 : 0x0000FF;
        }
        Picture flag = Picture.of("flag", 90, 30, pixels, List.of());
        Picture crop = with(Fit.CROP).preview(flag, Shape.maps(10, 10, 3));
        assertEquals(0x00FF00, crop.rgb(5, 0));
        assertEquals(0x00FF00, crop.rgb(5, 9));
        Picture squashed = with(Fit.SQUASH).preview(flag, Shape.maps(10, 9, 3));
        assertEquals(0xFF0000, squashed.rgb(5, 0));
        assertEquals(0x0000FF, squashed.rgb(5, 8));
        Picture padded = with(Fit.PAD).preview(flag, Shape.maps(9, 9, 3));
        assertEquals(0, padded.rgb(0, 0));
        assertEquals(0xFF0000, padded.rgb(4, 0));
        assertEquals(0, padded.rgb(8, 8));
    }

    static List<Normalisation> known() {
        return Normalisation.known();
    }

    @Test
    void aPictureIsCroppedAsIfItsShorterSideHadBeenResized() {
        InputPreparation published = InputPreparation.STANDARD.resizing(256);
        Shape input = Shape.maps(224, 224, 3);
        assertEquals(
                "centre crop 448×448 of 768×512, resized to 224×224 (as of a picture whose shorter side is 256)",
                published.describe(random(768, 512), input));
        assertEquals(
                "centre crop 448×224 of 512×768 (as of a picture whose shorter side is 512)",
                published.resizing(512).describe(random(512, 768), Shape.maps(224, 448, 3)));
        assertEquals(
                InputPreparation.STANDARD.preview(random(64, 48), Shape.maps(8, 8, 3))
                        .argb()[0],
                InputPreparation.STANDARD
                        .resizing(4)
                        .preview(random(64, 48), Shape.maps(8, 8, 3))
                        .argb()[0],
                "a side shorter than the cut leaves the largest crop");
        assertEquals(
                InputPreparation.STANDARD.with(Fit.SQUASH).describe(random(64, 48), input),
                published.with(Fit.SQUASH).describe(random(64, 48), input));
    }

    @Test
    void figuresOfOnesOwnAreReadAndWrittenAlike() {
        assertSame(Normalisation.IMAGENET, Normalisation.of("0.485,0.456,0.406;0.229,0.224,0.225"));
        assertSame(Normalisation.SIGNED, Normalisation.of("127.5;127.5;255"));
        assertSame(Normalisation.CAFFE, Normalisation.of("103.939,116.779,123.68;1;255;bgr"));
        Normalisation own = Normalisation.of("104, 117, 128; 1; 255; BGR");
        assertEquals("104,117,128;1,1,1;255;bgr", own.id());
        assertEquals(own, Normalisation.of(own.id()));
        assertEquals("0 to 255, blue first, minus (104, 117, 128), divided by (1, 1, 1)", own.help());
        assertArrayEquals(new float[] {-104, 128 - 117, 255 - 128}, values(own, 0xFF8000), 1e-4f);
        for (String wrong : List.of(
                "0.5",
                "0.5;0",
                "0.5;-1",
                "1,2;1",
                "1;1;1",
                "1;1;bgr;255",
                "1;1;255;bgr;1",
                ";",
                "nan;1",
                "1e9;1",
                "")) {
            assertTrue(Normalisation.find(wrong).isEmpty(), wrong);
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void theTensorIsThePreviewNormalised(Normalisation normalisation) {
        Shape shape = Shape.maps(7, 5, 3);
        InputPreparation preparation = new InputPreparation(Fit.SQUASH, normalisation);
        Picture seen = preparation.preview(random(31, 22), shape);
        Tensor tensor = preparation.prepare(random(31, 22), shape);
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 5; column++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertEquals(
                            normalisation.value(seen.rgb(row, column), channel), tensor.at(row, column, channel), 0);
                }
            }
        }
    }

    @Test
    void normalisationsAreThoseOfTheirOrigins() {
        int rgb = 0xFF8000;
        assertArrayEquals(new float[] {1, 128 / 255f, 0}, values(Normalisation.UNIT, rgb), 1e-6f);
        assertArrayEquals(new float[] {1, 128 / 127.5f - 1, -1}, values(Normalisation.SIGNED, rgb), 1e-6f);
        assertArrayEquals(
                new float[] {(1 - 0.485f) / 0.229f, (128 / 255f - 0.456f) / 0.224f, -0.406f / 0.225f},
                values(Normalisation.IMAGENET, rgb),
                1e-5f);
        assertArrayEquals(
                new float[] {-103.939f, 128 - 116.779f, 255 - 123.68f}, values(Normalisation.CAFFE, rgb), 1e-4f);
        assertArrayEquals(new float[] {255, 128, 0}, values(Normalisation.RAW, rgb), 0);
    }

    private static float[] values(Normalisation normalisation, int rgb) {
        return new InputPreparation(Fit.CROP, normalisation)
                .prepare(plain(3, 3, rgb), Shape.maps(1, 1, 3))
                .values();
    }

    @Test
    void aGreyInputTakesTheLuma() {
        InputPreparation preparation = new InputPreparation(Fit.CROP, Normalisation.RAW);
        Shape grey = Shape.maps(2, 2, 1);
        // 0.299 × 200 + 0.587 × 100 + 0.114 × 50 = 124.2
        assertEquals(124, preparation.prepare(plain(4, 4, 0xC86432), grey).at(1, 1, 0));
        assertEquals(0x7C7C7C, preparation.preview(plain(4, 4, 0xC86432), grey).rgb(1, 1));
    }

    @Test
    void inputsThatAreNoPictureAreRefusedWithTheirShape() {
        for (Shape shape : List.of(Shape.vector(10), Shape.maps(4, 4, 2), Shape.maps(4, 4, 64))) {
            String message = assertThrows(
                            PictureFailure.class, () -> InputPreparation.STANDARD.prepare(plain(2, 2, 0), shape))
                    .getMessage();
            assertTrue(message.contains(shape.toString()), message);
        }
        Shape vast = Shape.maps(60000, 60000, 3);
        assertTrue(assertThrows(PictureFailure.class, () -> InputPreparation.STANDARD.describe(plain(2, 2, 0), vast))
                .getMessage()
                .contains("too large"));
    }

    @Test
    void idsAreReadAndUnknownOnesNameTheChoices() {
        for (Fit fit : Fit.values()) {
            assertEquals(fit, Fit.of(fit.id()));
        }
        for (Normalisation normalisation : Normalisation.known()) {
            assertEquals(normalisation, Normalisation.of(normalisation.id()));
        }
        assertEquals(
                "The fit is one of squash, crop, pad; found \"stretch\"",
                assertThrows(PictureFailure.class, () -> Fit.of("stretch")).getMessage());
        assertEquals(
                "The normalisation is one of unit, signed, imagenet, caffe, raw, or \"mean;deviation\" with one or three"
                        + " numbers each for pixels from 0 to 1, followed by \";255\" where they are for pixels from 0"
                        + " to 255 and \";bgr\" where blue is the first channel; found \"tf\"",
                assertThrows(PictureFailure.class, () -> Normalisation.of("tf")).getMessage());
    }

    @Test
    void aPictureOfTheInputsSizePassesUnchanged() {
        Picture picture = random(19, 13);
        assertArrayEquals(
                picture.argb(),
                with(Fit.SQUASH).preview(picture, Shape.maps(13, 19, 3)).argb());
    }

    @Test
    void reducingAveragesInsteadOfSkipping() {
        int[] board = new int[64 * 64];
        for (int i = 0; i < board.length; i++) {
            board[i] = (i / 64 + i % 64) % 2 == 0 ? 0xFFFFFF : 0;
        }
        Picture reduced =
                with(Fit.SQUASH).preview(Picture.of("board", 64, 64, board, List.of()), Shape.maps(16, 16, 3));
        for (int i = 1; i < 15; i++) {
            assertEquals(128, reduced.rgb(i, i) & 0xFF, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"37, 23, 11, 8", "8, 11, 23, 37", "64, 64, 63, 65", "5, 90, 40, 3", "1, 1, 4, 4", "2, 1000, 3, 2"})
    void resizingEqualsTheFilterWrittenOutInTwoDimensions(int width, int height, int newWidth, int newHeight) {
        Picture picture = random(width, height);
        Picture resized = with(Fit.SQUASH).preview(picture, Shape.maps(newHeight, newWidth, 3));
        for (int row = 0; row < newHeight; row++) {
            for (int column = 0; column < newWidth; column++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    double expected = filtered(
                            picture,
                            (row + 0.5) * height / newHeight,
                            (column + 0.5) * width / newWidth,
                            Math.max(1, (double) height / newHeight),
                            Math.max(1, (double) width / newWidth),
                            shift);
                    assertEquals(expected, resized.rgb(row, column) >> shift & 0xFF, 0.51);
                }
            }
        }
    }

    private static double filtered(Picture picture, double y, double x, double reachY, double reachX, int shift) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                double weight = Math.max(0, 1 - Math.abs(row + 0.5 - y) / reachY)
                        * Math.max(0, 1 - Math.abs(column + 0.5 - x) / reachX);
                sum += weight * (picture.rgb(row, column) >> shift & 0xFF);
                weights += weight;
            }
        }
        return sum / weights;
    }

    @Test
    void aThinPictureCanStillBeCroppedAndPadded() {
        Picture thread = plain(1, 5000, 0x123456);
        assertEquals(
                0x123456, with(Fit.CROP).preview(thread, Shape.maps(8, 8, 3)).rgb(4, 4));
        assertEquals(
                0x123456, with(Fit.PAD).preview(thread, Shape.maps(8, 8, 3)).rgb(0, 3));
    }
}
