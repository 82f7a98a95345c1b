package org.convscape.ui.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** How the program looks: a look for the plain controls, and the program's own colours over it. */
public enum Theme {
    DARK(new PrimerDark()),
    LIGHT(new PrimerLight());

    private final atlantafx.base.theme.Theme controls;

    Theme(atlantafx.base.theme.Theme controls) {
        this.controls = controls;
    }

    /** The id in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The other one. */
    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /** The ground of panels, for what is seen before the style sheets are read, and behind everything. */
    public Color ground() {
        return this == DARK ? Color.web("#1b1f26") : Color.web("#f7f8fa");
    }

    /** The style sheets of the program's own colours and classes, for a scene or a dialog. */
    public List<String> stylesheets() {
        return List.of(stylesheet(id()), stylesheet("convscape"), stylesheet("window"), stylesheet("views"));
    }

    /**
     * Dresses a window, and whatever floats over it. The look of the plain controls belongs to the scene, not to the
     * whole program: where it was exchanged for all windows at once, each was styled by itself, and one that floats
     * over another took the colours of a window that did not have them yet.
     */
    public void dress(Scene scene) {
        Typeface.load();
        if (Application.getUserAgentStylesheet() == null) {
            // Spares JavaFX its own look, which no window of ours has.
            Application.setUserAgentStylesheet(controls.getUserAgentStylesheet());
        }
        put(scene);
        scene.getRoot().applyCss();
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> window.getScene() != scene && floatsOver(window, scene.getWindow()))
                .forEach(window -> put(window.getScene()));
    }

    /** Dresses a window of its own, such as a dialog, as another is. */
    public static void likeIn(Scene other, Scene scene) {
        scene.setUserAgentStylesheet(other.getUserAgentStylesheet());
        scene.getStylesheets().setAll(other.getStylesheets());
    }

    private void put(Scene scene) {
        scene.setUserAgentStylesheet(controls.getUserAgentStylesheet());
        scene.getStylesheets().setAll(stylesheets());
    }

    private static boolean floatsOver(Window window, Window ground) {
        for (Window at = window; at instanceof PopupWindow popup; ) {
            at = popup.getOwnerWindow();
            if (at != null && at == ground) {
                return true;
            }
        }
        return window instanceof Stage stage && stage.getOwner() != null && stage.getOwner() == ground;
    }

    /** One of the program's style sheets, for a control that brings its own. */
    public static String stylesheet(String name) {
        URL url = Theme.class.getResource("/org/convscape/assets/theme/" + name + ".css");
        if (url == null) {
            throw new IllegalStateException("The style sheet " + name + ".css is missing");
        }
        return url.toExternalForm();
    }
}
