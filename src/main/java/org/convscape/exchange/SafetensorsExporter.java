package org.convscape.exchange;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.execution.RunSettings;
import org.convscape.figures.Figures;
import org.convscape.inventory.Definition;
import org.convscape.inventory.NetworkArrays;
import org.convscape.io.WholeFile;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.weights.FoldedWeights;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.SafetensorsWriter;
import org.convscape.weights.match.FileLayout;
import org.convscape.weights.match.Wanted;
import org.convscape.zoo.NetworkLibrary;

/**
 * The weights alone, under the names and in the layouts of the library that the network comes from, so that it can be
 * opened there; what comes from nowhere is named as torch would name it by its paths.
 */
final class SafetensorsExporter implements Exporter {
    @Override
    public String id() {
        return "safetensors";
    }

    @Override
    public String label() {
        return "Weights as safetensors";
    }

    @Override
    public String ending() {
        return ".safetensors";
    }

    @Override
    public boolean needsShapes() {
        return true;
    }

    @Override
    public String write(Exported exported, Path file, Progress progress, Cancellation cancellation) {
        NetworkLibrary networks = NetworkLibrary.standard();
        NetworkArrays arrays = NetworkArrays.of(exported.document(), networks);
        // Where layers are folded, files have the arrays of those that they stand for.
        WeightStore weights = FoldedWeights.unfolded(exported.weights());
        int naming = arrays.naming();
        List<Wanted> wanted = arrays.wanted();
        Optional<FileLayout> layout =
                wanted.stream().findFirst().map(each -> each.names().get(naming).layout());
        SafetensorsWriter writer = new SafetensorsWriter(
                metadata(exported, networks, layout.orElse(FileLayout.TORCH)),
                wanted.stream()
                        .map(each -> outgoing(each, each.names().get(naming), weights))
                        .toList());
        WholeFile.write(file, out -> writer.writeTo(out, progress, cancellation));
        return file + ": " + writer.size() + (writer.size() == 1 ? " array, " : " arrays, ")
                + Figures.whole(writer.numbers()) + " parameters, " + Figures.bytes(writer.bytes());
    }

    private static SafetensorsWriter.Outgoing outgoing(Wanted wanted, Wanted.Name name, WeightStore weights) {
        return new SafetensorsWriter.Outgoing(name.text(), name.layout().dimensions(wanted), () -> name.layout()
                .theirs(wanted, weights.get(wanted.origin(), wanted.spec()).values()));
    }

    private static Map<String, String> metadata(Exported exported, NetworkLibrary networks, FileLayout layout) {
        Map<String, String> metadata = new LinkedHashMap<>();
        // What other readers of such files look at: whose layouts these are.
        metadata.put("format", layout == FileLayout.KERAS ? "tf" : "pt");
        metadata.put("producer", "Convscape");
        metadata.put("title", exported.document().title());
        Optional<Definition> definition = Definition.of(exported.document(), networks);
        definition.ifPresent(known -> metadata.put("definition", known.text()));
        if (definition.isEmpty()) {
            exported.document().provenance().ifPresent(from -> metadata.put("made from", from.network()));
        }
        RunSettings settings = RunSettings.of(exported.document());
        for (Attribute<?> attribute :
                List.<Attribute<?>>of(RunSettings.FIT, RunSettings.RESIZE, RunSettings.NORMALISATION)) {
            metadata.put(attribute.name(), settings.values().format(attribute));
        }
        metadata.put("weights", exported.source());
        return metadata;
    }
}
