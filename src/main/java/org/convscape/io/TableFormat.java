package org.convscape.io;

import java.util.Locale;

/** How a table of costs is written. */
public enum TableFormat {
    /** Aligned columns for a terminal. */
    TABLE,
    /** Comma-separated values after RFC 4180, one header for all models. */
    CSV,
    /** One object per model; several models are a list. */
    JSON,
    /** A heading and a table per model. */
    MARKDOWN,
    /** A {@code table} environment per model, for the package booktabs. */
    LATEX;

    /** How the command line names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
