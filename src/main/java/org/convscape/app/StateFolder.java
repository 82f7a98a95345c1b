package org.convscape.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the program keeps what belongs to this user and machine: what is open, choices, logs. */
final class StateFolder {
    private StateFolder() {}

    /** The folder of what is remembered, by the custom of the platform; it need not exist yet. */
    static Path here() {
        return of(System.getProperty("os.name"), home(), System.getenv());
    }

    /**
     * A home whose name the language settings cannot say does not keep the window shut: what is temporary takes its
     * place.
     */
    private static String home() {
        String home = System.getProperty("user.home");
        try {
            return Path.of(home).toString();
        } catch (InvalidPathException e) {
            return System.getProperty("java.io.tmpdir");
        }
    }

    /** The folder of logs, by the custom of the platform; it need not exist yet. */
    static Path logs() {
        return logs(System.getProperty("os.name"), home(), System.getenv());
    }

    static Path logs(String system, String home, Map<String, String> environment) {
        return isMac(system) ? Path.of(home, "Library", "Logs", "Convscape") : of(system, home, environment);
    }

    static Path of(String system, String home, Map<String, String> environment) {
        if (isMac(system)) {
            return Path.of(home, "Library", "Application Support", "Convscape");
        }
        if (system.toLowerCase(Locale.ROOT).contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return isAbsolute(local) ? Path.of(local, "Convscape") : Path.of(home, "AppData", "Local", "Convscape");
        }
        // A relative path is to be ignored, says the XDG base directory specification.
        String state = environment.get("XDG_STATE_HOME");
        return isAbsolute(state) ? Path.of(state, "convscape") : Path.of(home, ".local", "state", "convscape");
    }

    /** The folder of what can be made again, by the custom of the platform; it need not exist yet. */
    static Path caches() {
        return caches(System.getProperty("os.name"), home(), System.getenv());
    }

    static Path caches(String system, String home, Map<String, String> environment) {
        if (isMac(system)) {
            return Path.of(home, "Library", "Caches", "Convscape");
        }
        if (system.toLowerCase(Locale.ROOT).contains("win")) {
            return of(system, home, environment).resolve("Cache");
        }
        String cache = environment.get("XDG_CACHE_HOME");
        return isAbsolute(cache) ? Path.of(cache, "convscape") : Path.of(home, ".cache", "convscape");
    }

    private static boolean isMac(String system) {
        return system.toLowerCase(Locale.ROOT).contains("mac");
    }

    private static boolean isAbsolute(String folder) {
        try {
            return folder != null && !folder.isEmpty() && Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
