package org.convscape.app;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.convscape.session.Settings;

/** Takes over, once, what earlier versions kept in the preferences of Java: the theme and the palette. */
final class FormerPreferences {
    private static final String TAKEN = "preferences.taken";

    private FormerPreferences() {}

    static void takeOver(Settings settings) {
        if (settings.flag(TAKEN, false)) {
            return;
        }
        settings.put(TAKEN, true);
        try {
            if (Preferences.userRoot().nodeExists("org/convscape")) {
                Preferences former = Preferences.userRoot().node("org/convscape");
                for (String name : new String[] {"theme", "palette"}) {
                    String chosen = former.get(name, "");
                    if (!chosen.isEmpty() && settings.text(name, "").isEmpty()) {
                        settings.put(name, chosen);
                    }
                }
            }
        } catch (BackingStoreException e) {
            // Two choices of looks are then made anew; there is nothing to be done about it.
            System.err.println("The earlier choices could not be read: " + e.getMessage());
        }
    }
}
