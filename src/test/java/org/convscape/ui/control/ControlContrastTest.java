package org.convscape.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.convscape.testing.Contrast;
import org.convscape.testing.ScreenTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is written on controls can be read in every state, as the style sheets give it: 4.5 : 1 (WCAG 2.1, success
 * criterion 1.4.3), and 3 : 1 where a control cannot be used just now.
 */
class ControlContrastTest extends ScreenTest {
    private static final double READABLE = 4.5;
    private static final double LEGIBLE = 3;
    private static final List<List<String>> STATES = List.of(
            List.of(),
            List.of("hover"),
            List.of("focused"),
            List.of("hover", "focused"),
            List.of("hover", "armed", "pressed"),
            List.of("focused", "hover", "armed", "pressed"),
            List.of("selected"),
            List.of("selected", "hover"),
            List.of("selected", "focused"),
            List.of("disabled"));

    private static Map<String, Region> controls() {
        Map<String, Region> controls = new LinkedHashMap<>();
        Button standard = new Button("Save");
        standard.setDefaultButton(true);
        controls.put("the button that Enter presses", standard);
        controls.put("a button", new Button("Cancel"));
        controls.put("the run button", styled(new Button("Run"), "accent", "run"));
        controls.put("a tool", styled(new Button("Tool"), "tool", "flat"));
        controls.put("a switch", new ToggleButton("Switch"));
        controls.put("a tool that stays pressed", styled(new ToggleButton("Live"), "tool", "flat", "live"));
        controls.put("a segment", styled(new ToggleButton("Segment"), "segment"));
        controls.put("a tab of the drawer", styled(new ToggleButton("Maps"), "drawer-tab"));
        controls.put("a link", styled(new Hyperlink("name"), "share-name"));
        controls.put("a field", new TextField("64"));
        ComboBox<String> box = new ComboBox<>();
        box.getItems().add("macs");
        box.setValue("macs");
        controls.put("a box", box);
        controls.put("a menu button", new MenuButton("Picture", null, new MenuItem("One")));
        ListCell<String> cell = new ListCell<>();
        cell.setText("A line");
        controls.put("a line of a list", cell);
        controls.put("a key", styled(new Label("Ctrl+K"), "key"));
        return controls;
    }

    private static <T extends Region> T styled(T control, String... classes) {
        control.getStyleClass().addAll(classes);
        return control;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsWrittenOnControlsCanBeReadInEveryState(Theme theme) {
        List<String> faults = new ArrayList<>();
        for (List<String> state : STATES) {
            interact(() -> look(theme, state, faults));
        }
        assertEquals(List.of(), faults);
    }

    private void look(Theme theme, List<String> state, List<String> faults) {
        Map<String, Region> controls = controls();
        VBox bar = styled(new VBox(), "main-bar");
        controls.values().forEach(bar.getChildren()::add);
        Scene scene = new Scene(new VBox(bar), 600, 900);
        theme.dress(scene);
        showInWindow(scene);
        boolean disabled = state.contains("disabled");
        controls.values().forEach(control -> {
            control.setDisable(disabled);
            state.stream()
                    .filter(name -> !"disabled".equals(name))
                    .forEach(name -> control.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), true));
            if (control instanceof ToggleButton toggle) {
                toggle.setSelected(state.contains("selected"));
            }
        });
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        controls.forEach((name, control) -> {
            Color ground = groundOf(control, theme);
            Color written = over(opaque(ink(control), opacity(control)), ground);
            double contrast = Contrast.of(written, ground);
            if (contrast < (disabled ? LEGIBLE : READABLE)) {
                faults.add(String.format(
                        "%s %s in %s: %s on %s is %.2f : 1", name, state, theme, hex(written), hex(ground), contrast));
            }
        });
    }

    private static Paint ink(Region control) {
        if (control instanceof TextField) {
            return ((javafx.scene.text.Text) control.lookup(".text")).getFill();
        }
        if (control instanceof ComboBox<?>) {
            return ((Labeled) control.lookup(".list-cell")).getTextFill();
        }
        Node inner = control instanceof MenuButton ? control.lookup(".label") : control;
        return ((Labeled) inner).getTextFill();
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    private static Color opaque(Paint paint, double opacity) {
        Color colour = (Color) paint;
        return colour.deriveColor(0, 1, 1, opacity);
    }

    /** What is seen behind the writing: the grounds of the control and of all around it, from the back. */
    private static Color groundOf(Node node, Theme theme) {
        Color below = node.getParent() == null ? theme.ground() : groundOf(node.getParent(), theme);
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                // Only the last ground reaches under the writing where the ones before are edges around it.
                if (fill.getFill() instanceof Color colour) {
                    below = over(opaque(colour, opacity(node)), below);
                }
            }
        }
        return below;
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    private static String hex(Color colour) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }
}
