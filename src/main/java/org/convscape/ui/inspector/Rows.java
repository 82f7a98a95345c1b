package org.convscape.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Node;

/**
 * The rows of a list of any length. Rows that are there already only get other words, and those that are too many are
 * not seen: making nodes, and having them styled, is dear.
 */
final class Rows<T> {

    /** What shows one entry. */
    interface Row<T> {
        /** All that is seen of it. */
        List<? extends Node> nodes();

        /** Says something else; touches only what differs. */
        void write(T entry);

        /** Is seen no more. */
        default void rest() {}
    }

    private final IntFunction<Row<T>> make;
    private final List<Row<T>> rows = new ArrayList<>();
    private int seen;

    /**
     * @param make makes the row of that index, and puts it where it belongs
     */
    Rows(IntFunction<Row<T>> make) {
        this.make = make;
    }

    /** Shows these entries, a row each. */
    void show(List<? extends T> entries) {
        while (rows.size() < entries.size()) {
            rows.add(make.apply(rows.size()));
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean wanted = i < entries.size();
            if (wanted) {
                rows.get(i).write(entries.get(i));
            } else if (i < seen) {
                rows.get(i).rest();
            }
            for (Node node : rows.get(i).nodes()) {
                node.setVisible(wanted);
                node.setManaged(wanted);
            }
        }
        seen = entries.size();
    }

    /** Gives a node one of two looks; touching its classes has it styled anew, so what is right stays as it is. */
    static void style(Node node, String styleClass, boolean wanted) {
        if (wanted != node.getStyleClass().contains(styleClass)) {
            if (wanted) {
                node.getStyleClass().add(styleClass);
            } else {
                node.getStyleClass().remove(styleClass);
            }
        }
    }
}
