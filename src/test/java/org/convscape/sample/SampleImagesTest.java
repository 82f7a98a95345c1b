package org.convscape.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.convscape.image.Picture;
import org.convscape.image.PictureFailure;
import org.convscape.image.SamplePictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleImagesTest {

    static Stream<String> names() {
        return SamplePictures.names().stream();
    }

    @Test
    void whatIsRenderedIsWhatIsShippedAndListed() throws IOException {
        assertEquals(
                SamplePictures.names(),
                SampleImages.all().stream().map(Sample::name).toList());
        try (Stream<Path> files = Files.list(Path.of("sample-images"))) {
            List<String> shipped =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(SamplePictures.names().stream().sorted().toList(), shipped);
        }
    }

    @Test
    void allFilesTogetherStayUnderFourMegabytes() throws IOException {
        long total = 0;
        for (String name : SamplePictures.names()) {
            total += Files.size(Path.of("sample-images", name));
        }
        assertTrue(total < 4_000_000, "bytes " + total);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySampleLoadsFromTheClassPathAndShowsSomething(String name) {
        Picture picture = SamplePictures.load(name);
        assertTrue(picture.width() >= 512 && picture.height() == 512, picture.toString());
        assertEquals(List.of(), picture.notes());
        long colours = 0;
        int[] seen = new int[256];
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                seen[picture.rgb(row, column) >> 8 & 0xFF]++;
            }
        }
        for (int count : seen) {
            colours += count > 20 ? 1 : 0;
        }
        assertTrue(colours > 15, name + " has " + colours + " levels of green");
    }

    /** Parts that touch an object, its shadow or a mirror; the whole of the quick ones. */
    @ParameterizedTest
    @CsvSource({
        "gratings.png, 0, 0, 768, 512",
        "zone-plate.png, 0, 0, 512, 512",
        "text.png, 0, 0, 768, 512",
        "shapes.png, 180, 100, 90, 60",
        "textures.png, 200, 200, 300, 100",
        "harbour.png, 150, 390, 12, 8",
        "harbour.png, 756, 0, 12, 8",
        "fruit.png, 410, 215, 12, 8",
        "ducks.png, 440, 180, 12, 8",
        "street.png, 230, 300, 12, 8",
        "marbles.png, 250, 270, 12, 8"
    })
    void renderingAgainGivesTheShippedPixels(String name, int left, int top, int width, int height) {
        Sample sample = SampleImages.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Picture shipped = SamplePictures.load(name);
        assertEquals(sample.width() + "×" + sample.height(), shipped.width() + "×" + shipped.height());
        int[] pixels = sample.pixels().render(left, top, width, height);
        int different = 0;
        for (int i = 0; i < pixels.length; i++) {
            different += pixels[i] == shipped.rgb(top + i / width, left + i % width) ? 0 : 1;
        }
        assertEquals(0, different, "pixels that differ of " + pixels.length);
    }

    @Test
    void anUnknownSampleNamesTheOthers() {
        String message = assertThrows(PictureFailure.class, () -> SamplePictures.load("lena.png"))
                .getMessage();
        assertTrue(message.startsWith("There is no sample picture \"lena.png\"; there are harbour.png, "), message);
    }
}
