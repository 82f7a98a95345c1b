package org.convscape.io.keras;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscape.graph.Graph;
import org.convscape.graph.Grouping;
import org.convscape.graph.Node;
import org.convscape.io.FileFailure;
import org.convscape.io.JsonPlace;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFileFailure;
import org.convscape.weights.file.WeightFiles;

/**
 * A model of Keras as a graph of ours with its weights, which stay in the file until they are asked for.
 *
 * @param title what the model is called
 * @param rescales whether the first layer brings pixels of 0 to 255 into the range that the others want
 * @param notes what a person should know: what could not be opened, with its place; sizes that were taken
 */
public record KerasImport(String title, Graph graph, KerasWeights weights, boolean rescales, List<String> notes) {

    /** What the names of such files end with, the dot included. */
    public static final List<String> ENDINGS = List.of(".h5", ".hdf5", ".keras");

    private static final int SAID = 3;

    /**
     * Reads a model.
     *
     * @throws FileFailure with a sentence when nothing of it can be opened
     */
    public static KerasImport read(Path path) {
        try (WeightFile file = WeightFiles.open(path)) {
            return read(path, file);
        } catch (WeightFileFailure e) {
            throw new FileFailure(e.getMessage(), e);
        } catch (FileFailure e) {
            throw new FileFailure(path + " cannot be opened as a network: " + e.getMessage(), e);
        }
    }

    /** False where a file holds weights alone; what cannot be read is not that. */
    public static boolean hasModel(Path path) {
        try (WeightFile file = WeightFiles.open(path)) {
            return file.configuration().isPresent();
        } catch (WeightFileFailure e) {
            return true;
        }
    }

    private static KerasImport read(Path path, WeightFile file) {
        String text = file.configuration()
                .orElseThrow(() -> new FileFailure("it holds weights and no configuration of a model; open the network"
                        + " that they are for, and then the weights"));
        Translation translation =
                new Translation(file.kerasVersion().filter(KerasImport::third).isPresent());
        translation.run(JsonPlace.parse("its configuration", text));
        List<String> failures = translation.remarks().failures();
        if (translation.layers().all().stream().allMatch(layer -> layer.inputs().isEmpty())) {
            throw new FileFailure(failures.isEmpty() ? "no layer of it takes from its input" : "at " + failures.get(0));
        }
        Assignment.of(file, translation.arrays());
        return made(path, translation);
    }

    private static boolean third(String version) {
        String major = version.split("\\.", 2)[0];
        return major.matches("\\d{1,4}") && Integer.parseInt(major) >= 3;
    }

    private static KerasImport made(Path path, Translation translation) {
        Map<Layer, String> paths = Paths.of(translation.layers().all(), translation.grouped());
        List<Node> nodes = new ArrayList<>();
        Map<String, Map<String, Weight>> weights = new HashMap<>();
        List<String> missing = new ArrayList<>();
        paths.forEach((layer, place) -> {
            nodes.add(new Node(
                    place,
                    layer.operation(),
                    layer.inputs().stream().map(paths::get).toList()));
            Map<String, Weight> known = new HashMap<>();
            layer.weights().forEach((name, weight) -> {
                if (weight.known()) {
                    known.put(name, weight);
                } else {
                    missing.add(weight.missing());
                }
            });
            if (!known.isEmpty()) {
                weights.put(place, Map.copyOf(known));
            }
        });
        if (!missing.isEmpty()) {
            List<String> some = missing.subList(0, Math.min(SAID, missing.size()));
            translation
                    .remarks()
                    .note(missing.size()
                            + (missing.size() == 1
                                    ? " array is drawn from the seed: "
                                    : " arrays are drawn from the seed: ")
                            + String.join("; ", some)
                            + (missing.size() > SAID ? "; …" : ""));
        }
        return new KerasImport(
                title(path),
                new Graph(nodes, Grouping.of(nodes)),
                new KerasWeights(path, weights),
                translation.rescales(),
                translation.remarks().all());
    }

    private static String title(Path path) {
        return String.valueOf(path.getFileName()).replaceFirst("(?i)\\.(h5|hdf5|keras)$", "");
    }
}
