package org.convscape.drawing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.layout.Card;
import org.convscape.layout.LayoutRequest;
import org.convscape.layout.Link;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.CardContent;
import org.convscape.scene.CardFormat;
import org.convscape.scene.CardGeometry;
import org.convscape.scene.Condition;
import org.convscape.scene.GroupContent;
import org.convscape.scene.LinkContent;
import org.convscape.scene.StripPixels;
import org.convscape.tensor.Tensor;

/**
 * A canvas as a picture in Scalable Vector Graphics: groups, connections with the shapes that flow along them, cards
 * with their figures, and their maps where outputs are given. Needs no display; what it shows is what the window shows.
 */
public final class CanvasSvg {
    private static final double MARGIN = 32;
    private static final double HEADING = 56;

    /** How wide a letter is at most on average, in canvas units; the viewer's own face decides in the end. */
    private static final double TITLE_LETTER = 7.4;

    private static final double SMALL_LETTER = 6;
    private static final double FIGURE_LETTER = 6.7;

    private final CanvasScene scene;
    private final Palette palette;
    private final Function<String, Optional<Tensor>> outputs;
    private final Svg svg = new Svg();

    private CanvasSvg(CanvasScene scene, Palette palette, Function<String, Optional<Tensor>> outputs) {
        this.scene = scene;
        this.palette = palette;
        this.outputs = outputs;
    }

    /**
     * Draws a canvas.
     *
     * @param outputs the output of a node by its path, where there is one to show
     * @param title a heading
     * @param subtitle a line under it: what the figures are for
     */
    public static String draw(
            CanvasScene scene,
            Palette palette,
            Function<String, Optional<Tensor>> outputs,
            String title,
            String subtitle) {
        return new CanvasSvg(scene, palette, outputs).draw(title, subtitle);
    }

    private String draw(String title, String subtitle) {
        Box content = scene.places().bounds();
        double width = Math.max(content.width(), Math.max(title.length() * 12.0, subtitle.length() * SMALL_LETTER));
        Box frame = new Box(
                content.x() - MARGIN,
                content.y() - MARGIN - HEADING,
                width + 2 * MARGIN,
                content.height() + 2 * MARGIN + HEADING);
        svg.words("heading", content.x(), frame.y() + MARGIN + 14, palette.colour("text"), title);
        svg.words("small", content.x(), frame.y() + MARGIN + 36, palette.colour("muted"), subtitle);
        scene.places().groups().forEach(this::group);
        scene.places().routes().forEach(this::link);
        Map<String, Card> cards = scene.cards();
        scene.places().cards().forEach((path, box) -> card(cards.get(path), box));
        scene.places().routes().forEach(this::label);
        return svg.document(frame, palette.colour("canvas"), title);
    }

    private void group(GroupPath path, Box box) {
        GroupContent content = scene.contents().group(path);
        String colour = palette.colour(content.family());
        svg.open(content.hint());
        svg.box(box, 12, palette.colour("panel"), colour, 1.5);
        double baseline = box.y() + LayoutRequest.GROUP_HEADER / 2 + 5;
        double x = box.x() + 14;
        double right = box.right() - 14;
        x = inHeader("title", x, right, baseline, colour, content.title(), TITLE_LETTER);
        x = inHeader(
                "figure",
                x,
                right,
                baseline,
                palette.colour("text"),
                content.amounts().line(),
                FIGURE_LETTER);
        inHeader("small", x, right, baseline, palette.colour("muted"), content.kind(), SMALL_LETTER);
        svg.close();
    }

    /** Words that do not fit are left out rather than cut in the middle of a number; the title always stands. */
    private double inHeader(
            String style, double x, double right, double baseline, String colour, String text, double letter) {
        boolean title = style.equals("title");
        if (!title && x + text.length() * letter > right) {
            return x;
        }
        String shown = title ? fitted(text, right - x, letter) : text;
        svg.words(style, x, baseline, colour, shown);
        return x + shown.length() * letter + 12;
    }

    private void link(Link link, List<Point> route) {
        LinkContent content = scene.contents().link(link);
        String colour = content.shortcut() ? palette.colour(content.family()) : palette.colour("muted");
        svg.line(route, content.shape().isEmpty() ? palette.colour("border") : colour, 1.6, content.shortcut());
    }

    /** The shape that flows, on the longest level piece of the line, where it fits. */
    private void label(Link link, List<Point> route) {
        LinkContent content = scene.contents().link(link);
        Point from = route.get(0);
        Point to = route.get(1);
        for (int i = 1; i + 1 < route.size(); i++) {
            boolean level = Math.abs(route.get(i).y() - route.get(i + 1).y()) < 1;
            if (level && Math.abs(route.get(i + 1).x() - route.get(i).x()) > Math.abs(to.x() - from.x())) {
                from = route.get(i);
                to = route.get(i + 1);
            }
        }
        double width = content.shape().length() * FIGURE_LETTER + 12;
        if (content.shape().isEmpty() || !content.pill() || Math.abs(to.x() - from.x()) < width + 6) {
            return;
        }
        double middle = (from.x() + to.x()) / 2;
        double y = (from.y() + to.y()) / 2;
        svg.box(
                new Box(middle - width / 2, y - 9, width, 18),
                9,
                palette.colour("canvas"),
                palette.colour("border"),
                1);
        svg.words("figure", middle, y + 4, palette.colour("muted"), content.shape(), "middle");
    }

    private void card(Card card, Box box) {
        CardContent content = scene.contents().card(card, card.path());
        boolean wrong = content.condition() == Condition.WRONG;
        String colour = palette.colour(content.family());
        svg.open(content.hint());
        svg.box(box, 8, palette.colour("card"), palette.colour(wrong ? "error" : "border"), wrong ? 2 : 1);
        svg.box(new Box(box.x(), box.y() + 6, CardGeometry.EDGE, box.height() - 12), 2, colour, "none", 0);
        ports(content, box);
        CardGeometry places = content.format().geometry();
        double left = box.x() + places.left();
        double right = box.x() + places.right();
        String shape = content.shape().isEmpty() ? "?" : content.shape();
        double room = right - left;
        if (content.format() == CardFormat.SMALL) {
            svg.words("figure", left, box.y() + places.shape().baseline(), palette.colour("muted"), shape);
            parts(content, left, right, box.y() + places.setting().baseline());
        } else {
            svg.words("figure", right, box.y() + places.shape().baseline(), palette.colour("muted"), shape, "end");
            room -= shape.length() * FIGURE_LETTER + 6;
            setting(content, left, right, box.y() + places.setting().baseline());
        }
        svg.words(
                "title",
                left,
                box.y() + places.title().baseline(),
                palette.colour("text"),
                fitted(content.title(), room, TITLE_LETTER));
        strip(content, places.strip().moved(box.x(), box.y()));
        if (content.format() != CardFormat.SMALL && content.format() != CardFormat.PICTURE) {
            figures(content, places, box);
        }
        svg.close();
    }

    private void setting(CardContent content, double left, double right, double baseline) {
        double partsWidth = parts(content, left, right, baseline);
        boolean wrong = content.condition() == Condition.WRONG;
        String badge = wrong ? content.message() : content.badge().isEmpty() ? content.kind() : content.badge();
        svg.words(
                "small",
                left,
                baseline,
                palette.colour(wrong ? "error" : "muted"),
                fitted(badge, right - left - partsWidth, SMALL_LETTER));
    }

    private void figures(CardContent content, CardGeometry places, Box box) {
        double baseline = box.y() + places.figures().baseline();
        String parameters = "P " + content.amounts().shortParameters();
        String count = "M " + content.amounts().shortCount();
        svg.words("figure", box.x() + places.left(), baseline, palette.colour("text"), parameters);
        svg.words("figure", box.x() + places.right(), baseline, palette.colour("text"), count, "end");
        Box track = places.share().moved(box.x(), box.y());
        svg.box(track, 2, palette.colour("raised"), "none", 0);
        double share = content.amounts().share();
        if (share > 0) {
            double length = Math.max(4, track.width() * share);
            Box bar = new Box(track.x(), track.y(), length, track.height());
            svg.box(bar, 2, palette.colour(content.family()), "none", 0);
        }
    }

    /** The signs of the layers that share the card, to the right; gives the room they take. */
    private double parts(CardContent content, double left, double right, double baseline) {
        List<String> signs =
                content.parts().stream().skip(1).map(CardContent.Part::sign).toList();
        if (signs.isEmpty()) {
            return 0;
        }
        String text = fitted("+ " + String.join(", ", signs), right - left, SMALL_LETTER);
        boolean small = content.format() == CardFormat.SMALL;
        svg.words("small", small ? left : right, baseline, palette.colour("muted"), text, small ? "start" : "end");
        return text.length() * SMALL_LETTER + 6;
    }

    private void strip(CardContent content, Box box) {
        Optional<Tensor> output = content.maps().isEmpty() ? Optional.empty() : outputs.apply(content.maps());
        if (output.isPresent()) {
            svg.picture(StripPixels.of(output.get(), content.format()), box);
        } else {
            svg.box(box, 3, palette.colour("raised"), "none", 0);
        }
    }

    private void ports(CardContent content, Box box) {
        for (int port = 0; port < content.inputs(); port++) {
            boolean open = content.openPorts().contains(port);
            svg.dot(
                    box.input(port, content.inputs()),
                    3.5,
                    palette.colour("canvas"),
                    palette.colour(open ? "warning" : "muted"));
        }
        svg.dot(box.output(), 3.5, palette.colour("canvas"), palette.colour("muted"));
    }

    /** Words shortened to a width; the whole stands in the title of what they are part of. */
    private static String fitted(String text, double width, double letter) {
        int most = (int) (width / letter);
        return text.length() <= most ? text : most < 2 ? "" : text.substring(0, most - 1) + "…";
    }
}
