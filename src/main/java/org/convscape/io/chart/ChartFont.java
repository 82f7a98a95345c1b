package org.convscape.io.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The program's face of words for charts. It comes with the program, so that files look the same on every machine; on
 * the screen the toolkit finds its own copy by the name of the family.
 */
final class ChartFont {
    private static final String FILE = "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf";

    private ChartFont() {}

    /** Read when the first chart is drawn. */
    private static final class Words {
        private static final Font FACE = read();

        private static Font read() {
            try (InputStream in = ChartFont.class.getResourceAsStream(FILE)) {
                return in == null ? plain() : Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (FontFormatException e) {
                // Some systems draw no fonts of this format: theirs are as good.
                return plain();
            } catch (IOException e) {
                throw new UncheckedIOException("The face " + FILE + " cannot be read", e);
            }
        }

        private static Font plain() {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        }
    }

    static Font words(int size) {
        return Words.FACE.deriveFont((float) size);
    }
}
