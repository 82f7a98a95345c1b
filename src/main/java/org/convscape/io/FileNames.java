package org.convscape.io;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files for the nodes of a network: a slash becomes two underscores, whatever a file system might not take
 * becomes one, and no two are equal, not even where upper and lower case are the same. Never leads out of its folder.
 */
public final class FileNames {
    private static final int LONGEST = 150;
    private static final Set<String> RESERVED =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2");

    private final Set<String> taken = new HashSet<>();

    /** A name, without an ending, that no other path has got from this object. */
    public String of(String path) {
        String safe =
                path.replace("/", "__").replaceAll("[^A-Za-z0-9._=+-]", "_").replaceAll("^[.]+|[.]+$", "_");
        if (safe.isEmpty() || RESERVED.contains(safe.toLowerCase(Locale.ROOT))) {
            safe = "_" + safe;
        }
        if (safe.length() > LONGEST) {
            safe = safe.substring(0, LONGEST);
        }
        String name = safe;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = safe + "-" + i;
        }
        return name;
    }
}
