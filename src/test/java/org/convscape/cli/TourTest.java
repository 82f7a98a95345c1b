package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.convscape.image.PictureReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {

    @TempDir
    Path folder;

    @Test
    void theTourHoldsEverythingThatItsIndexNames() throws Exception {
        Path out = folder.resolve("tour");

        Invocation tour = Invocation.of("tour", "--out", out.toString());

        assertEquals(0, tour.status(), tour.err());
        String index = Files.readString(out.resolve("index.html"));
        Matcher links = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(index);
        int count = 0;
        while (links.find()) {
            assertTrue(Files.size(out.resolve(links.group(1))) > 100, links.group(1));
            count++;
        }
        assertTrue(count > 20, "links: " + count);
        assertTrue(PictureReader.read(out.resolve("cost.png")).width() >= 1000);
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(out.resolve("canvas.svg").toFile());
        assertTrue(svg.getElementsByTagName("image").getLength() >= 15, "maps on the cards");
    }
}
