package org.convscape.cli;

import java.nio.file.Path;
import org.convscape.io.WholeFile;
import org.convscape.sample.SampleImages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Renders the pictures that come with the program again; for those who work on it. */
@Command(
        description = "Renders the sample pictures again; the traced ones take a while.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class RenderSamplesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "sample-images",
            description = "the folder to write to (default: ${DEFAULT-VALUE})")
    private Path folder;

    @Override
    public void run() {
        WholeFile.makeFolder(folder);
        var out = spec.commandLine().getOut();
        SampleImages.renderAll(folder, line -> {
            out.println(line);
            out.flush();
        });
    }
}
