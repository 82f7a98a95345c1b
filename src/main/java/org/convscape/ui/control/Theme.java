package org.convscape.ui.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

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

    /** Dresses a window; plain controls of all windows change with it. */
    public void dress(Scene scene) {
        Typeface.load();
        Application.setUserAgentStylesheet(controls.getUserAgentStylesheet());
        scene.getStylesheets().setAll(stylesheets());
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
