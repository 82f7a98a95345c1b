package org.convscape.ui.shell;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.convscape.ui.control.Hints;
import org.convscape.weights.published.PublishedFile;

/** What is known of one published file, before anything of it is fetched. */
final class PublishedFacts extends GridPane {
    private final TextField address = new TextField();
    private final Label file = line();
    private final Label network = line();
    private final Label pictures = line();
    private final Label source = line();

    PublishedFacts() {
        setId("published-facts");
        getStyleClass().add("published-facts");
        setHgap(12);
        setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
        address.setEditable(false);
        address.setId("published-address");
        address.getStyleClass().add("figure-field");
        add(0, "address", address);
        add(1, "file", file);
        add(2, "network", network);
        add(3, "pictures", pictures);
        add(4, "source", source);
        setMinHeight(USE_PREF_SIZE);
    }

    private static Label line() {
        Label label = new Label();
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private void add(int row, String name, Control value) {
        Label heading = new Label(name);
        heading.getStyleClass().add("muted");
        addRow(row, heading, value);
    }

    /**
     * Shows a file; null for none.
     *
     * @param hindrance why it cannot be used; empty where it can
     */
    void show(PublishedFile shown, String hindrance) {
        setVisible(shown != null);
        if (shown == null) {
            return;
        }
        address.setText(shown.address().toString());
        write(
                file,
                shown.file() + ", " + shown.size().words() + ", " + shown.hash().words());
        write(
                network,
                shown.networkWords()
                        + (hindrance.isEmpty() ? "" : "; cannot be used: " + hindrance)
                        + (shown.isModel() ? "; a whole model, which opens as a document" : "")
                        + classes(shown));
        write(pictures, shown.pictures().words());
        write(
                source,
                (shown.source().isEmpty() ? "not stated" : shown.source())
                        + (shown.top1().isEmpty() ? "" : "; top-1 " + percent(shown.top1()) + " as published there"));
    }

    private static String classes(PublishedFile shown) {
        return switch (shown.labels()) {
            case "imagenet" -> "; ImageNet's 1,000 classes";
            case "imagenet-1001" -> "; 1,001 classes, the first is the background";
            case "cifar-10" -> "; CIFAR-10";
            default -> "; no trained classifier";
        };
    }

    private static void write(Label label, String words) {
        label.setText(words);
        Hints.on(label, words);
    }

    static String percent(OptionalDouble share) {
        return String.format(Locale.ROOT, "%.2f %%", share.orElse(0));
    }
}
