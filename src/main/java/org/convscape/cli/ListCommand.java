package org.convscape.cli;

import org.convscape.io.CatalogueReport;
import org.convscape.io.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what can be asked for by id. */
@Command(
        description = "Lists networks, blocks and operations with id, family, origin and default input.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description =
                    "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json has the attributes that --set takes")
    private TableFormat format;

    ListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        CatalogueReport report = new CatalogueReport(session.catalogue().models());
        spec.commandLine().getOut().print(report.write(format));
    }
}
