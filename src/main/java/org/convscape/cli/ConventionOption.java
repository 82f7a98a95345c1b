package org.convscape.cli;

import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.zoo.NearestNames;
import picocli.CommandLine.Option;

/** The option that says by which rule is counted, shared by the commands that count. */
final class ConventionOption {
    @Option(
            names = "--convention",
            paramLabel = "ID",
            defaultValue = "macs",
            description = "the counting rule (default: ${DEFAULT-VALUE})")
    private String convention;

    /**
     * The rule that was named.
     *
     * @throws Refusal that names the nearest, where there is none of that name
     */
    Convention rule() {
        return Conventions.find(convention)
                .orElseThrow(() -> new Refusal("There is no convention \"" + convention + "\""
                        + NearestNames.hint(
                                convention,
                                Conventions.standard().stream()
                                        .map(Convention::id)
                                        .toList())));
    }
}
