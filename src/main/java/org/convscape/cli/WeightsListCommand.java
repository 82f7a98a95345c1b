package org.convscape.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.convscape.io.PublishedReport;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.PublishedFiles;
import org.convscape.weights.published.WeightsFolder;
import org.convscape.zoo.NearestNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which weights are published, and which of them are here. Asks no server. */
@Command(
        description = "Lists published weights: size, licence, accuracy, and whether they are here. Asks no server.",
        mixinStandardHelpOptions = true)
final class WeightsListCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NETWORK", arity = "0..1", description = "id of a network (default: all)")
    private String network;

    @Mixin
    private FolderOption folder;

    @Mixin
    private FormatOption format;

    WeightsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        WeightsFolder kept = folder.in(session);
        PublishedFiles catalogue = kept.catalogue();
        PrintWriter err = spec.commandLine().getErr();
        catalogue.complaints().forEach(complaint -> err.println("note: " + complaint));
        err.flush();
        List<PublishedFile> files = network == null ? catalogue.files() : catalogue.of(network);
        if (files.isEmpty()) {
            throw new Refusal("No weights for \"" + network + "\" are in the catalogue"
                    + NearestNames.hint(
                            network,
                            catalogue.files().stream()
                                    .map(PublishedFile::network)
                                    .collect(Collectors.toCollection(TreeSet::new))));
        }
        spec.commandLine().getOut().print(new PublishedReport(kept, files).write(format.chosen()));
    }
}
