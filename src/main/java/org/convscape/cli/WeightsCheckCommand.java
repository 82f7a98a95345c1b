package org.convscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.io.FileFailure;
import org.convscape.io.PathText;
import org.convscape.io.WeightsReport;
import org.convscape.weights.file.ArrayFigures;
import org.convscape.weights.file.Checksum;
import org.convscape.weights.file.StoredArray;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a weight file holds, or why it cannot be read. */
@Command(
        description = {
            "Says what arrays a file of weights holds, and whether its hash is the one that its name carries.",
            "The kind of file is told by its contents; nothing in it is ever run."
        },
        mixinStandardHelpOptions = true)
final class WeightsCheckCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "a file of PyTorch (.pth, .pt), safetensors, Keras (.h5, .keras) or ONNX")
    private String name;

    @Option(names = "--values", description = "reads every array: its sum, least and largest number")
    private boolean values;

    @Mixin
    private FormatOption format;

    @Override
    public void run() {
        Path path = PathText.existing(name);
        try (WeightFile file = WeightFiles.open(path)) {
            List<WeightsReport.Row> rows = new ArrayList<>();
            for (StoredArray array : file.arrays()) {
                Optional<ArrayFigures> figures =
                        values ? Optional.of(ArrayFigures.of(file.read(array))) : Optional.empty();
                rows.add(new WeightsReport.Row(array, file.layer(array), figures));
            }
            WeightsReport report = new WeightsReport(
                    String.valueOf(path.getFileName()),
                    file.format(),
                    Files.size(path),
                    Checksum.of(path),
                    rows,
                    file.remarks());
            spec.commandLine().getOut().print(report.write(format.chosen()));
        } catch (IOException e) {
            throw new FileFailure(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
