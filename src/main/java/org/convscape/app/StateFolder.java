package org.convscape.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the program keeps what belongs to this user and machine: logs. */
final class StateFolder {
    private StateFolder() {}

    /** The folder by the custom of the platform; it need not exist yet. */
    static Path here() {
        return of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
    }

    static Path of(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return local == null ? Path.of(home, "AppData", "Local", "Convscape") : Path.of(local, "Convscape");
        }
        if (name.contains("mac")) {
            return Path.of(home, "Library", "Logs", "Convscape");
        }
        String state = environment.get("XDG_STATE_HOME");
        return state == null || state.isEmpty()
                ? Path.of(home, ".local", "state", "convscape")
                : Path.of(state, "convscape");
    }
}
