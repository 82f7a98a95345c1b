package org.convscape.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PNG files of every depth and kind, byte for byte. */
class PngDepthTest {

    static Stream<Arguments> kinds() {
        byte[] palette = {(byte) 200, 10, 20, 30, (byte) 210, 40, 50, 60, (byte) 220, 1, 2, 3};
        return Stream.of(
                // Grey: four pixels of 1 bit, 2 bits, 4 bits, then two of 8 and of 16.
                Arguments.of(
                        "grey 1", png(4, 1, PngBytes.GREY), new int[] {0b0101_0000}, new int[] {0, 0xFFFFFF, 0, 0xFFFFFF
                        }),
                Arguments.of("grey 2", png(4, 2, PngBytes.GREY), new int[] {0b00_01_10_11}, new int[] {
                    0, 0x555555, 0xAAAAAA, 0xFFFFFF
                }),
                Arguments.of("grey 4", png(2, 4, PngBytes.GREY), new int[] {0x3C}, new int[] {0x333333, 0xCCCCCC}),
                Arguments.of("grey 8", png(2, 8, PngBytes.GREY), new int[] {128, 77}, new int[] {0x808080, 0x4D4D4D}),
                Arguments.of("grey 16", png(2, 16, PngBytes.GREY), new int[] {0x80, 0x80, 0x12, 0xFF}, new int[] {
                    0x808080, 0x131313
                }),
                Arguments.of("rgb 8", png(2, 8, PngBytes.RGB), new int[] {1, 2, 3, 250, 128, 9}, new int[] {
                    0x010203, 0xFA8009
                }),
                Arguments.of(
                        "rgb 16", png(1, 16, PngBytes.RGB), new int[] {0x10, 0x10, 0x7F, 0xFF, 0xFF, 0xFF}, new int[] {
                            0x107FFF
                        }),
                Arguments.of(
                        "palette 1",
                        png(2, 1, PngBytes.PALETTE).chunk("PLTE", palette),
                        new int[] {0b0100_0000},
                        new int[] {0xC80A14, 0x1ED228}),
                Arguments.of(
                        "palette 2",
                        png(3, 2, PngBytes.PALETTE).chunk("PLTE", palette),
                        new int[] {0b11_00_10_00},
                        new int[] {0x010203, 0xC80A14, 0x323CDC}),
                Arguments.of(
                        "palette 4", png(2, 4, PngBytes.PALETTE).chunk("PLTE", palette), new int[] {0x31}, new int[] {
                            0x010203, 0x1ED228
                        }),
                Arguments.of(
                        "palette 8", png(2, 8, PngBytes.PALETTE).chunk("PLTE", palette), new int[] {2, 0}, new int[] {
                            0x323CDC, 0xC80A14
                        }));
    }

    static Stream<Arguments> seeThroughKinds() {
        byte[] palette = {(byte) 200, 10, 20, 30, (byte) 210, 40};
        return Stream.of(
                Arguments.of("grey alpha 8", png(2, 8, PngBytes.GREY_ALPHA), new int[] {100, 255, 100, 0}, new int[] {
                    0x646464, 0xFFFFFF
                }),
                Arguments.of(
                        "grey alpha 16",
                        png(2, 16, PngBytes.GREY_ALPHA),
                        new int[] {0, 0, 0xFF, 0xFF, 0, 0, 0x80, 0x80},
                        new int[] {0, 0x7F7F7F}),
                Arguments.of(
                        "rgba 8", png(2, 8, PngBytes.RGBA), new int[] {10, 20, 30, 255, 0, 100, 200, 128}, new int[] {
                            0x0A141E, 0x7FB1E3
                        }),
                Arguments.of("rgba 16", png(1, 16, PngBytes.RGBA), new int[] {10, 10, 20, 20, 30, 30, 0, 0}, new int[] {
                    0xFFFFFF
                }),
                Arguments.of(
                        "palette transparent",
                        png(2, 8, PngBytes.PALETTE).chunk("PLTE", palette).chunk("tRNS", new byte[] {0}),
                        new int[] {0, 1},
                        new int[] {0xFFFFFF, 0x1ED228}),
                Arguments.of(
                        "grey transparent",
                        png(2, 8, PngBytes.GREY).chunk("tRNS", new byte[] {0, 77}),
                        new int[] {77, 78},
                        new int[] {0xFFFFFF, 0x4E4E4E}),
                Arguments.of(
                        "rgb transparent",
                        png(2, 8, PngBytes.RGB).chunk("tRNS", new byte[] {0, 1, 0, 2, 0, 3}),
                        new int[] {1, 2, 3, 1, 2, 4},
                        new int[] {0xFFFFFF, 0x010204}));
    }

    private static PngBytes png(int width, int bits, int kind) {
        return PngBytes.of(width, 1, bits, kind);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void everyDepthGivesItsColours(String kind, PngBytes png, int[] row, int[] expected) throws IOException {
        Picture picture = PictureReader.read(kind, png.rows(row), PictureLimits.STANDARD);
        assertPixels(expected, picture);
        boolean deep = kind.endsWith("16");
        assertEquals(deep ? List.of("16 bits per channel reduced to 8") : List.of(), picture.notes());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeThroughKinds")
    void transparencyIsLaidOverWhiteAndNoted(String kind, PngBytes png, int[] row, int[] expected) throws IOException {
        Picture picture = PictureReader.read(kind, png.rows(row), PictureLimits.STANDARD);
        assertPixels(expected, picture);
        assertTrue(
                picture.notes().contains("alpha laid over white"),
                picture.notes().toString());
    }

    @Test
    void anAlphaChannelThatIsOpaqueIsNotWorthANote() throws IOException {
        byte[] bytes = png(1, 8, PngBytes.RGBA).rows(new int[] {1, 2, 3, 255});
        assertEquals(
                List.of(),
                PictureReader.read("opaque", bytes, PictureLimits.STANDARD).notes());
    }

    @Test
    void theOrientationOfACameraIsAppliedToPngToo() throws IOException {
        byte[] exif = Arrays.copyOfRange(PictureFiles.exif(6), 6, 32);
        byte[] bytes = png(2, 8, PngBytes.GREY).chunk("eXIf", exif).rows(new int[] {10, 20});
        Picture picture = PictureReader.read("phone.png", bytes, PictureLimits.STANDARD);
        assertEquals("phone.png, 1×2", picture.toString());
        assertEquals(0x141414, picture.rgb(1, 0));
        assertEquals(List.of("rotated by EXIF orientation 6"), picture.notes());
    }

    @Test
    void aTextThatSwellsBesideThePixelsIsNotUnpacked() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        text.writeBytes(PngBytes.deflated(new byte[200_000_000]));
        byte[] bytes =
                png(1, 8, PngBytes.GREY).chunk("zTXt", text.toByteArray()).rows(new int[] {7});
        long before = allocated();
        assertEquals(
                0x070707,
                PictureReader.read("bomb.png", bytes, PictureLimits.STANDARD).rgb(0, 0));
        assertTrue(allocated() - before < 20_000_000, "bytes " + (allocated() - before));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static void assertPixels(int[] expected, Picture picture) {
        assertEquals(expected.length, picture.width());
        for (int column = 0; column < expected.length; column++) {
            assertEquals(
                    Integer.toHexString(expected[column]),
                    Integer.toHexString(picture.rgb(0, column)),
                    "column " + column);
        }
    }
}
