package org.convscape.app;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.convscape.testing.Contrast;

/** What can be said of the pixels of a picture of the screen. */
final class Pixels {
    private Pixels() {}

    /** How far two colours lie apart in the channel in which they differ most, 0 to 255. */
    static int distance(int one, int other) {
        int red = Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF));
        int green = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF));
        int blue = Math.abs((one & 0xFF) - (other & 0xFF));
        return Math.max(red, Math.max(green, blue));
    }

    /** The commonest colour, which is the ground where something is written. */
    static int ground(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** Which share of the pixels has that very colour. */
    static double share(BufferedImage picture, int colour) {
        int found = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                found += distance(picture.getRGB(x, y), colour) == 0 ? 1 : 0;
            }
        }
        return found / (double) (picture.getWidth() * picture.getHeight());
    }

    /** The largest contrast (WCAG 2.1) of any pixel with the ground: that of what is written. */
    static double contrast(BufferedImage picture) {
        int ground = ground(picture);
        double most = 1;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                most = Math.max(most, Contrast.of(picture.getRGB(x, y), ground));
            }
        }
        return most;
    }
}
