package org.convscape.image;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscape.testing.PublicData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file of the public collection of odd and broken pictures gives the picture, or the sentence, that is its due.
 */
class PublicPicturesTest {

    private static final Map<String, String> SENTENCES = Map.of(
            "badbitcount.bmp", "is damaged or of a rare kind: it begins as a BMP file but cannot be decoded",
            "broken.png", "is incomplete: the PNG file ends before its picture does",
            "broken_data_stream.png", "is incomplete: the PNG file ends before its picture does",
            "cross_scan_line_truncated.tga", "is incomplete: the TGA file ends before its picture does",
            "truncated_image.png", "is incomplete: the PNG file ends before its picture does",
            "decompression_bomb.gif",
                    "claims to be 65535×1321 pixels, but its 44 bytes cannot hold that many:"
                            + " the file is damaged or made to harm",
            "truncated_jpeg.jpg", "is incomplete: the JPEG file ends before its picture does");

    /** The notes of those that need any. */
    private static final Map<String, List<String>> NOTES = Map.ofEntries(
            Map.entry("empty_gps_ifd.jpg", List.of("rotated by EXIF orientation 6")),
            Map.entry("hopper_orientation_8.jpg", List.of("rotated by EXIF orientation 8")),
            Map.entry("hopper_orientation_3.jpg", List.of("rotated by EXIF orientation 3")),
            Map.entry("pil_sample_cmyk.jpg", List.of("CMYK converted without a colour profile")),
            Map.entry("hopper_bad_exif.jpg", List.of("the file is damaged: parts of the picture may be wrong")),
            Map.entry("basi2c16.png", List.of("16 bits per channel reduced to 8")),
            Map.entry("1_trns.png", List.of("alpha laid over white")),
            Map.entry("i_trns.png", List.of("16 bits per channel reduced to 8", "alpha laid over white")),
            Map.entry("200x32_la.png", List.of("alpha laid over white")),
            Map.entry("blend_op_over.png", List.of("the still picture of an animated PNG")),
            Map.entry("chi.gif", List.of("first of 31 frames")));

    @TestFactory
    Stream<DynamicTest> everyFileGivesItsPictureOrItsSentence() throws IOException {
        Path folder = PublicData.require("data/pictures");
        List<String> lines = Files.readAllLines(folder.resolve("INDEX.csv"));
        assertEquals("file,kind,width,height,project,licence", lines.get(0));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(columns -> DynamicTest.dynamicTest(columns[0], () -> check(folder.resolve(columns[0]), columns)));
    }

    private static void check(Path file, String[] columns) {
        String sentence = SENTENCES.get(columns[0]);
        if (sentence != null) {
            PictureFailure failure = assertThrows(PictureFailure.class, () -> PictureReader.read(file));
            assertEquals(columns[0] + " " + sentence, failure.getMessage());
            return;
        }
        Picture picture = PictureReader.read(file);
        assertAll(
                () -> assertEquals(NOTES.getOrDefault(columns[0], List.of()), picture.notes()),
                () -> assertEquals(columns[0], picture.name()),
                () -> assertTrue(picture.width() > 0 && picture.height() > 0));
        if (!columns[2].isEmpty()) {
            assertEquals(columns[2] + "×" + columns[3], picture.width() + "×" + picture.height());
        }
    }
}
