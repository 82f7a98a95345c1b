package org.convscape.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.convscape.execution.RunSettings;
import org.convscape.figures.Figures;
import org.convscape.image.InputPreparation;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.Definition;
import org.convscape.io.FileFailure;
import org.convscape.io.WholeFile;
import org.convscape.io.python.PythonCaption;
import org.convscape.io.python.PythonExport;
import org.convscape.io.python.PythonLibrary;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.weights.file.SafetensorsWriter;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFileFailure;
import org.convscape.weights.file.WeightFiles;
import org.convscape.zoo.NetworkLibrary;

/** The network as a source file that builds it, and its weights in a file beside that. */
final class PythonExporter implements Exporter {
    private static final String WEIGHTS = ".safetensors";

    /** How the file of weights says which source it belongs to. */
    private static final String SOURCE = "source";

    private final PythonLibrary library;

    PythonExporter(PythonLibrary library) {
        this.library = library;
    }

    @Override
    public String id() {
        return library.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
        return library.label() + " source with weights";
    }

    @Override
    public String ending() {
        return ".py";
    }

    @Override
    public boolean needsShapes() {
        return true;
    }

    @Override
    public String write(Exported exported, Path file, Progress progress, Cancellation cancellation) {
        PythonExport export = new PythonExport(
                library,
                exported.analysis(),
                exported.weights(),
                new PythonCaption(exported.document().title(), remarks(exported)));
        export.refusal().ifPresent(sentence -> {
            throw new FileFailure(sentence);
        });
        String name = String.valueOf(file.getFileName());
        Path beside = file.resolveSibling(name.substring(0, name.length() - ending().length()) + WEIGHTS);
        checkOurs(beside, name);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", library.layouts());
        metadata.put("producer", "Convscape");
        metadata.put(SOURCE, name);
        SafetensorsWriter weights = export.weights(metadata);
        String source = export.source(String.valueOf(beside.getFileName()));
        WholeFile.write(beside, out -> weights.writeTo(out, progress, cancellation));
        WholeFile.write(file, source);
        return file + ": " + Figures.whole(source.lines().count()) + " lines for " + library.label() + "; "
                + beside.getFileName() + ": " + Figures.whole(weights.numbers()) + " parameters, "
                + Figures.bytes(weights.bytes());
    }

    /** Nobody was asked about the file beside: one that is not of an earlier export of the same source stays. */
    private static void checkOurs(Path beside, String source) {
        if (!Files.exists(beside)) {
            return;
        }
        boolean ours = false;
        try (WeightFile opened = WeightFiles.open(beside)) {
            ours = source.equals(opened.metadata().get(SOURCE));
        } catch (WeightFileFailure e) {
            // Whatever it is, it was not written with this source.
            ours = false;
        }
        if (!ours) {
            throw new FileFailure(beside + " is there already and would be written over by the weights of " + source
                    + "; another name for the source, or removing that file, would work");
        }
    }

    private static Map<String, String> remarks(Exported exported) {
        Map<String, String> remarks = new LinkedHashMap<>();
        NetworkLibrary networks = NetworkLibrary.standard();
        Definition.of(exported.document(), networks)
                .ifPresent(definition -> remarks.put("Definition", definition.text() + origin(exported, networks)));
        if (remarks.isEmpty()) {
            exported.document()
                    .provenance()
                    .ifPresent(from -> remarks.put("Made from", from.network() + ", and changed since"));
        }
        InputPreparation preparation = RunSettings.of(exported.document()).preparation();
        remarks.put(
                "Preparation",
                (preparation.resize() == 0 ? "" : "shorter side to " + preparation.resize() + "; ")
                        + preparation.fit().help() + "; "
                        + preparation.normalisation().help());
        remarks.put("Weights", exported.source());
        return remarks;
    }

    private static String origin(Exported exported, NetworkLibrary networks) {
        return BuiltNetwork.of(exported.document(), networks)
                .map(built -> " (" + built.network().origin() + ")")
                .orElse("");
    }
}
