package org.convscape.scene;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convscape.layout.Box;
import org.convscape.layout.Card;

/** Where the arrow keys and Tab lead from a card: along connections where there are any, else to the nearest card. */
public final class Neighbours {

    /** The four arrow keys. */
    public enum Direction {
        LEFT,
        RIGHT,
        UP,
        DOWN
    }

    private final CanvasScene scene;

    /** The neighbours in one state of the canvas. */
    public Neighbours(CanvasScene scene) {
        this.scene = scene;
    }

    /** The next card in that direction. */
    public Optional<String> towards(String path, Direction direction) {
        Box from = scene.box(path).orElse(null);
        if (from == null) {
            return first();
        }
        Optional<String> along = direction == Direction.RIGHT
                ? nearest(
                        from,
                        scene.view().links().stream()
                                .filter(link -> link.from().equals(path))
                                .map(link -> link.to()))
                : direction == Direction.LEFT
                        ? nearest(
                                from,
                                scene.view().links().stream()
                                        .filter(link -> link.to().equals(path))
                                        .map(link -> link.from()))
                        : Optional.empty();
        return along.or(() -> nearest(from, others(path).filter(other -> lies(from, box(other), direction))));
    }

    private Stream<String> others(String path) {
        return scene.view().cards().stream().map(Card::path).filter(other -> !other.equals(path));
    }

    private Optional<String> nearest(Box from, Stream<String> candidates) {
        return candidates
                .filter(path -> box(path) != null)
                .min(Comparator.comparingDouble(path -> distance(from, box(path))));
    }

    private Box box(String path) {
        return scene.places().cards().get(path);
    }

    private static double distance(Box one, Box other) {
        return Math.hypot(middleX(one) - middleX(other), middleY(one) - middleY(other));
    }

    private static boolean lies(Box from, Box other, Direction direction) {
        if (other == null) {
            return false;
        }
        double dx = middleX(other) - middleX(from);
        double dy = middleY(other) - middleY(from);
        return switch (direction) {
            case LEFT -> dx < 0 && Math.abs(dx) >= Math.abs(dy);
            case RIGHT -> dx > 0 && Math.abs(dx) >= Math.abs(dy);
            case UP -> dy < 0 && Math.abs(dy) >= Math.abs(dx) / 2;
            case DOWN -> dy > 0 && Math.abs(dy) >= Math.abs(dx) / 2;
        };
    }

    private static double middleX(Box box) {
        return box.x() + box.width() / 2;
    }

    private static double middleY(Box box) {
        return box.y() + box.height() / 2;
    }

    /** The card that Tab leads to first. */
    public Optional<String> first() {
        return scene.view().cards().stream().findFirst().map(Card::path);
    }

    /** The card after or before one, in the order of the network; empty past the end. */
    public Optional<String> next(String path, int step) {
        List<String> order = scene.view().cards().stream().map(Card::path).toList();
        int at = order.indexOf(path);
        if (at < 0) {
            return first();
        }
        int to = at + step;
        return to < 0 || to >= order.size() ? Optional.empty() : Optional.of(order.get(to));
    }
}
