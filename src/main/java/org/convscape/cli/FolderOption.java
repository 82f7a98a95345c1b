package org.convscape.cli;

import java.nio.file.Path;
import org.convscape.weights.published.WeightsFolder;
import picocli.CommandLine.Option;

/** The option that says where published weights are kept. */
final class FolderOption {
    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "where published weights are kept (default: the folder chosen in the window, else the one that "
                            + WeightsFolder.VARIABLE + " names, else convscape-weights in your home)")
    private Path folder;

    WeightsFolder in(Session session) {
        return folder == null ? session.weights() : new WeightsFolder(folder);
    }
}
