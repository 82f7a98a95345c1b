package org.convscape.cli;

import org.convscape.document.Document;
import org.convscape.execution.RunSettings;
import picocli.CommandLine.Option;

/** The option that says where the weights come from, shared by the commands that need them. */
final class SeedOption {
    @Option(names = "--seed", paramLabel = "N", description = "the weights are drawn from it (default: 1)")
    private Integer seed;

    /** The document with that seed; as it is where none was given. */
    Document on(Document document) {
        return seed == null
                ? document
                : document.setting(
                        RunSettings.SEED.name(), RunSettings.SEED.check(seed).toString());
    }
}
