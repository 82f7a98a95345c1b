package org.convscape.ui.control;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Names that do not fit, with the middle left out: both the beginning, which says where something is, and the end,
 * which says what it is, stay. Of a path whole parts are left out: {@code layer1/…/conv2}.
 */
public final class MiddleEllipsis {
    private static final String LEFT_OUT = "…";

    private MiddleEllipsis() {}

    /**
     * The text, or as much of it as fits.
     *
     * @param width the room, in the unit of {@code measure}
     * @param measure how wide a text is
     */
    public static String of(String text, double width, ToDoubleFunction<String> measure) {
        if (measure.applyAsDouble(text) <= width) {
            return text;
        }
        List<String> parts = List.of(text.split("/", -1));
        for (int kept = parts.size() - 1; kept >= 2; kept--) {
            // Of an odd number the end has one more: it tells layers of one block apart.
            int head = kept / 2;
            String shorter = String.join("/", parts.subList(0, head)) + "/" + LEFT_OUT + "/"
                    + String.join("/", parts.subList(parts.size() - kept + head, parts.size()));
            if (measure.applyAsDouble(shorter) <= width) {
                return shorter;
            }
        }
        return letters(text, width, measure);
    }

    private static String letters(String text, double width, ToDoubleFunction<String> measure) {
        int[] points = text.codePoints().toArray();
        int fits = 0;
        int tooMany = points.length;
        while (tooMany - fits > 1) {
            int tried = (fits + tooMany) / 2;
            if (measure.applyAsDouble(keeping(points, tried)) <= width) {
                fits = tried;
            } else {
                tooMany = tried;
            }
        }
        return keeping(points, fits);
    }

    private static String keeping(int[] points, int kept) {
        int head = kept / 2;
        int tail = kept - head;
        return new String(points, 0, head).stripTrailing()
                + LEFT_OUT
                + new String(points, points.length - tail, tail).stripLeading();
    }
}
