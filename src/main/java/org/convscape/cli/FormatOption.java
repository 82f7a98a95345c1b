package org.convscape.cli;

import org.convscape.io.TableFormat;
import picocli.CommandLine.Option;

/** The option that says how a table is written, shared by the commands that write one. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private TableFormat chosen;

    /** How it is written. */
    TableFormat chosen() {
        return chosen;
    }
}
