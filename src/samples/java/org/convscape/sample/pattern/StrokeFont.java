package org.convscape.sample.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Letters and figures as strokes of a pen, so that lettering needs no font of the machine. A glyph is four units wide
 * and six high; its strokes are parted by semicolons, and each is a list of points {@code x,y} counted from the upper
 * left; a point after {@code ~} pulls the line into a curve without being touched.
 */
final class StrokeFont {
    static final double WIDTH = 4;
    static final double HEIGHT = 6;

    private static final int CURVE_PIECES = 10;
    private static final Map<Character, String> GLYPHS = Map.ofEntries(
            Map.entry('A', "0,6 2,0 4,6;0.8,3.8 3.2,3.8"),
            Map.entry(
                    'B', "0,0 0,6;0,0 2.2,0 ~3.8,0 3.8,1.5 ~3.8,2.9 2.2,2.9;0,2.9 2.4,2.9 ~4,2.9 4,4.4 ~4,6 2.4,6 0,6"),
            Map.entry('C', "3.9,1.4 ~3.5,0 2.1,0 ~0,0 0,3 ~0,6 2.1,6 ~3.5,6 3.9,4.6"),
            Map.entry('D', "0,0 1.6,0 ~4,0 4,3 ~4,6 1.6,6 0,6 0,0"),
            Map.entry('E', "3.7,0 0,0 0,6 3.7,6;0,2.9 3.1,2.9"),
            Map.entry('F', "3.7,0 0,0 0,6;0,2.9 3.1,2.9"),
            Map.entry('G', "3.9,1.4 ~3.5,0 2.1,0 ~0,0 0,3 ~0,6 2.1,6 ~4,6 4,4.2 4,3.3 2.4,3.3"),
            Map.entry('H', "0,0 0,6;4,0 4,6;0,2.9 4,2.9"),
            Map.entry('I', "2,0 2,6;1.1,0 2.9,0;1.1,6 2.9,6"),
            Map.entry('J', "3.4,0 3.4,4.2 ~3.4,6 1.7,6 ~0.2,6 0.1,4.4"),
            Map.entry('K', "0,0 0,6;3.8,0 0,3.6;1.4,2.4 4,6"),
            Map.entry('L', "0,0 0,6 3.7,6"),
            Map.entry('M', "0,6 0,0 2,3.6 4,0 4,6"),
            Map.entry('N', "0,6 0,0 4,6 4,0"),
            Map.entry('O', "2,0 ~0,0 0,3 ~0,6 2,6 ~4,6 4,3 ~4,0 2,0"),
            Map.entry('P', "0,6 0,0 2.3,0 ~4,0 4,1.7 ~4,3.4 2.3,3.4 0,3.4"),
            Map.entry('Q', "2,0 ~0,0 0,3 ~0,6 2,6 ~4,6 4,3 ~4,0 2,0;2.5,4.4 4.1,6.3"),
            Map.entry('R', "0,6 0,0 2.3,0 ~4,0 4,1.6 ~4,3.2 2.3,3.2 0,3.2;2.1,3.2 4,6"),
            Map.entry(
                    'S', "3.7,1.2 ~3.3,0 1.9,0 ~0.2,0 0.2,1.5 ~0.2,2.7 2,3 ~3.9,3.3 3.9,4.6 ~3.9,6 2,6 ~0.3,6 0.1,4.7"),
            Map.entry('T', "0,0 4,0;2,0 2,6"),
            Map.entry('U', "0,0 0,3.9 ~0,6 2,6 ~4,6 4,3.9 4,0"),
            Map.entry('V', "0,0 2,6 4,0"),
            Map.entry('W', "0,0 1,6 2,2 3,6 4,0"),
            Map.entry('X', "0,0 4,6;4,0 0,6"),
            Map.entry('Y', "0,0 2,3.1 4,0;2,3.1 2,6"),
            Map.entry('Z', "0,0 4,0 0,6 4,6"),
            Map.entry('0', "2,0 ~0.2,0 0.2,3 ~0.2,6 2,6 ~3.8,6 3.8,3 ~3.8,0 2,0;1.3,4.3 2.7,1.7"),
            Map.entry('1', "0.8,1.3 2.2,0 2.2,6;1,6 3.4,6"),
            Map.entry('2', "0.2,1.5 ~0.3,0 2,0 ~3.8,0 3.8,1.6 ~3.8,2.7 2.6,3.7 0.1,6 3.9,6"),
            Map.entry(
                    '3',
                    "0.3,0.9 ~0.8,0 2,0 ~3.7,0 3.7,1.5 ~3.7,2.8 1.8,2.8;1.8,2.8 ~3.9,2.9 3.9,4.4 ~3.9,6 2,6 ~0.5,6 0.1,4.8"),
            Map.entry('4', "3,6 3,0 0,4.2 4,4.2"),
            Map.entry('5', "3.6,0 0.6,0 0.4,2.7 ~1,2.3 2,2.3 ~3.9,2.3 3.9,4.1 ~3.9,6 2,6 ~0.6,6 0.1,4.9"),
            Map.entry(
                    '6',
                    "3.5,0.6 ~3,0 2.2,0 ~0.2,0 0.2,3.8 ~0.2,6 2.1,6 ~3.9,6 3.9,4.2 ~3.9,2.5 2.1,2.5 ~0.4,2.5 0.2,4"),
            Map.entry('7', "0.1,0 3.9,0 1.5,6"),
            Map.entry(
                    '8',
                    "2,2.8 ~0.4,2.7 0.4,1.4 ~0.4,0 2,0 ~3.6,0 3.6,1.4 ~3.6,2.7 2,2.8 ~0.1,2.9 0.1,4.4 ~0.1,6 2,6 ~3.9,6 3.9,4.4 ~3.9,2.9 2,2.8"),
            Map.entry(
                    '9',
                    "0.5,5.4 ~1,6 1.8,6 ~3.8,6 3.8,2.2 ~3.8,0 1.9,0 ~0.1,0 0.1,1.8 ~0.1,3.5 1.9,3.5 ~3.6,3.5 3.8,2"),
            Map.entry('+', "2,1.2 2,4.8;0.2,3 3.8,3"),
            Map.entry('=', "0.2,2.2 3.8,2.2;0.2,3.9 3.8,3.9"),
            Map.entry('(', "2.8,-0.4 ~1.2,1 1.2,3 ~1.2,5 2.8,6.4"),
            Map.entry(')', "1.2,-0.4 ~2.8,1 2.8,3 ~2.8,5 1.2,6.4"),
            Map.entry('.', "1.9,5.9 2.1,5.9"));

    private StrokeFont() {}

    /** The strokes of a character as lines of (x, y) points; none for a space. */
    static List<double[][]> strokes(char character) {
        List<double[][]> strokes = new ArrayList<>();
        String glyph = GLYPHS.get(character);
        if (glyph != null) {
            for (String stroke : glyph.split(";")) {
                strokes.add(line(stroke.split(" ")));
            }
        }
        return strokes;
    }

    private static double[][] line(String[] words) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("~")) {
                double[] from = points.get(points.size() - 1);
                double[] pull = point(words[i].substring(1));
                double[] to = point(words[++i]);
                for (int piece = 1; piece <= CURVE_PIECES; piece++) {
                    points.add(curve(from, pull, to, (double) piece / CURVE_PIECES));
                }
            } else {
                points.add(point(words[i]));
            }
        }
        return points.toArray(double[][]::new);
    }

    /** A quarter of an ellipse, more nearly than a parabola would be. */
    private static double[] curve(double[] from, double[] pull, double[] to, double share) {
        double weight = Math.sqrt(0.5);
        double a = (1 - share) * (1 - share);
        double b = 2 * share * (1 - share) * weight;
        double c = share * share;
        return new double[] {
            (a * from[0] + b * pull[0] + c * to[0]) / (a + b + c), (a * from[1] + b * pull[1] + c * to[1]) / (a + b + c)
        };
    }

    private static double[] point(String word) {
        String[] parts = word.split(",");
        return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
    }
}
