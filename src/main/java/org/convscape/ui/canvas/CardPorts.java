package org.convscape.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.Region;
import org.convscape.layout.Box;

/** The ports on the sides of a card: inputs at the left, from above, and the output at the right. */
final class CardPorts {
    private static final double SIDE = 10;

    private final List<Region> ports = new ArrayList<>();

    /** The nodes, the output last. */
    List<Region> all() {
        return ports;
    }

    /** Makes as many as are needed. */
    void show(int inputs, Set<Integer> open) {
        ports.clear();
        for (int port = 0; port < inputs; port++) {
            ports.add(port(open.contains(port) ? "port-open" : "port-in"));
        }
        ports.add(port("port-out"));
    }

    private static Region port(String kind) {
        Region port = new Region();
        port.getStyleClass().addAll("port", kind);
        port.setMouseTransparent(true);
        return port;
    }

    /** Places them on the sides of a card of that size. */
    void layout(double width, double height) {
        int inputs = ports.size() - 1;
        Box box = new Box(0, 0, width, height);
        for (int port = 0; port < inputs; port++) {
            place(ports.get(port), 0, box.input(port, inputs).y());
        }
        if (inputs >= 0) {
            place(ports.get(inputs), width, box.output().y());
        }
    }

    private static void place(Region port, double x, double y) {
        port.resizeRelocate(x - SIDE / 2, y - SIDE / 2, SIDE, SIDE);
    }
}
