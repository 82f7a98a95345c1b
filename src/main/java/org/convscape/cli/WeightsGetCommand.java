package org.convscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.convscape.figures.Sentence;
import org.convscape.task.Cancellation;
import org.convscape.weights.fetch.Fetching;
import org.convscape.weights.fetch.Patience;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.PublishedFiles;
import org.convscape.weights.published.WeightsFolder;
import org.convscape.zoo.NearestNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches published weights. What has come when it is stopped is kept, and gone on with the next time. */
@Command(
        description = {
            "Fetches published weights into the folder where they are kept, and checks their hash.",
            "What has come when it is stopped (Ctrl+C) is kept; asking again goes on from there."
        },
        mixinStandardHelpOptions = true)
final class WeightsGetCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "id of published weights, as \"weights list\" shows them")
    private String id;

    @Mixin
    private FolderOption folder;

    WeightsGetCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        WeightsFolder kept = folder.in(session);
        PublishedFiles catalogue = kept.catalogue();
        PrintWriter err = spec.commandLine().getErr();
        PublishedFile file = catalogue
                .find(id)
                .orElseThrow(() -> new Refusal("No weights \"" + id + "\" are in the catalogue"
                        + NearestNames.hint(
                                id,
                                catalogue.files().stream()
                                        .map(PublishedFile::id)
                                        .toList())));
        boolean there = kept.has(file);
        if (!there) {
            err.println(file.file() + ", " + file.size().words() + ", "
                    + file.hash().words() + ", licence: " + (file.licence().isEmpty() ? "not stated" : file.licence())
                    + ", from " + file.address());
            err.flush();
        }
        Path lies = Fetching.fetch(
                file, kept, Patience.USUAL, TerminalProgress.ofBytes(err), new Cancellation(), remark -> {
                    err.println(Sentence.line(remark));
                    err.flush();
                });
        spec.commandLine().getOut().println((there ? "Is there already: " : "Fetched ") + lies);
    }
}
