package org.convscape.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngWriterTest {
    @TempDir
    Path folder;

    @Test
    void opaquePixelsAreReadAgainUnchanged() {
        int[] pixels =
                new Random(5).ints(7 * 9).map(pixel -> pixel | 0xFF000000).toArray();
        Path file = folder.resolve("a.png");
        PngWriter.write(file, 7, 9, pixels);
        Picture read = PictureReader.read(file);
        assertEquals("a.png, 7×9", read.toString());
        assertArrayEquals(pixels, read.argb());
        assertEquals(List.of(), read.notes());
    }

    @Test
    void greyPixelsTakeOneChannelAndKeepTheirLevels() {
        int[] pixels = new int[256];
        for (int i = 0; i < 256; i++) {
            pixels[i] = 0xFF000000 | i * 0x010101;
        }
        byte[] bytes = PngWriter.encode(16, 16, pixels);
        assertEquals(PngBytes.GREY, bytes[25]);
        assertArrayEquals(
                pixels,
                PictureReader.read("grey", bytes, PictureLimits.STANDARD).argb());
    }

    @Test
    void seeThroughPixelsKeepTheirAlpha() {
        byte[] bytes = PngWriter.encode(2, 1, new int[] {0x00FF0000, 0xFF00FF00});
        Picture read = PictureReader.read("a", bytes, PictureLimits.STANDARD);
        assertArrayEquals(new int[] {0xFFFFFFFF, 0xFF00FF00}, read.argb());
        assertEquals(List.of("alpha laid over white"), read.notes());
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Path file = folder.resolve("no/such/a.png");
        String message = assertThrows(PictureFailure.class, () -> PngWriter.write(file, 1, 1, new int[1]))
                .getMessage();
        assertTrue(message.contains(file.toString()), message);
    }
}
