package org.convscape.weights.file;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The three layouts in which Keras keeps arrays in HDF5: lists of names in attributes (at the root, or under
 * {@code model_weights} beside the configuration), and since Keras 3 groups by class with numbered arrays. Any other
 * HDF5 file gives all its arrays by their paths. ({@code legacy_h5_format.py} and {@code saving_lib.py} of Keras.)
 */
final class KerasFile {
    static final String ARCHIVED = "model.weights.h5";
    private static final String CONFIGURATION = "config.json";
    private static final String WRITER = "metadata.json";
    private static final Pattern VERSION = Pattern.compile("\"keras_version\"\\s*:\\s*\"([^\"]{1,40})\"");
    private static final String WHOLE = "model_weights";
    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 1_000_000;
    private static final int LONGEST_CONFIGURATION = 1 << 26;
    private static final Set<String> OF_TRAINING = Set.of("optimizer_weights", "optimizer");
    private static final Pattern CHANNELS_OF_THEANO = Pattern.compile("\"dim_ordering\"\\s*:\\s*\"th\"");

    private final Hdf5 hdf;
    private final FileBytes file;
    private final Set<Long> onTheWay = new HashSet<>();
    private ArrayFile.Contents contents;
    private int nodes;

    private KerasFile(Hdf5 hdf) {
        this.hdf = hdf;
        this.file = hdf.file();
    }

    /** Reads an archive of Keras 3: the configuration, and an HDF5 file. */
    static ArrayFile.Contents archive(FileBytes file, ZipDirectory zip) {
        ZipDirectory.Part part = zip.part(ARCHIVED);
        ArrayFile.Contents contents = read(file, part.begin(), part.size(), Format.KERAS_V3);
        if (zip.has(CONFIGURATION)) {
            contents.configuration = text(file, zip.part(CONFIGURATION), "the configuration");
        }
        if (zip.has(WRITER)) {
            Matcher version = VERSION.matcher(text(file, zip.part(WRITER), "what wrote the model"));
            contents.kerasVersion = version.find() ? version.group(1) : null;
        }
        return contents;
    }

    private static String text(FileBytes file, ZipDirectory.Part part, String what) {
        if (part.size() > LONGEST_CONFIGURATION) {
            throw file.complaint(what + " has " + part.size() + " bytes");
        }
        return StandardCharsets.UTF_8
                .decode(file.bytes(part.begin(), (int) part.size(), what))
                .toString();
    }

    /** Reads an HDF5 file, which may be a part of the file. */
    static ArrayFile.Contents read(FileBytes file, long begin, long size, Format format) {
        return new KerasFile(new Hdf5(file, begin, size)).read(format);
    }

    private ArrayFile.Contents read(Format given) {
        Group root = hdf.root();
        Map<String, Node> children = hdf.children(root, "/");
        boolean numbered = children.get("layers") instanceof Group
                || children.get("_layer_checkpoint_dependencies") instanceof Group;
        contents = new ArrayFile.Contents(numbered ? Format.KERAS_V3 : given);
        List<String> configuration = hdf.texts(root, "/", "model_config");
        contents.configuration = configuration.isEmpty() ? null : configuration.get(0);
        boolean whole = children.get(WHOLE) instanceof Group;
        Group holder = whole ? (Group) children.get(WHOLE) : root;
        String path = whole ? WHOLE + "/" : "";
        refuseOld(holder, "/" + path);
        contents.kerasVersion = hdf.texts(holder, "/" + path, "keras_version").stream()
                .findFirst()
                .orElse(null);
        List<String> layers = hdf.names(holder, "/" + path, "layer_names");
        Map<String, Node> groups = hdf.children(holder, "/" + path);
        if (layers.stream().anyMatch(layer -> groups.containsKey(first(layer)))) {
            for (String layer : layers) {
                listed(holder, path, layer);
            }
        } else {
            walk(root, "", 0);
        }
        return contents;
    }

    private void refuseOld(Group holder, String path) {
        if (hdf.has(holder, path, "nb_layers")) {
            throw file.complaint("it was written by a Keras older than 1.0 (it has nb_layers and no names of layers);"
                    + " load it there and save it with a newer one");
        }
        String backend = String.join("", hdf.texts(holder, path, "backend"));
        boolean channelsFirst = contents.configuration != null
                && CHANNELS_OF_THEANO.matcher(contents.configuration).find();
        if (backend.equals("theano") || channelsFirst) {
            throw file.complaint("its kernels are in the order of Theano (flipped, channels first), which is not read;"
                    + " convert them with Keras 2 and save them with the backend TensorFlow");
        }
    }

    private static String first(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private void listed(Group holder, String path, String layer) {
        if (!(find(holder, path, layer) instanceof Group group)) {
            throw file.complaint("the layer " + layer + " of layer_names was expected to have a group");
        }
        String below = path + layer + "/";
        for (String weight : hdf.names(group, "/" + below, "weight_names")) {
            if (!(find(group, below, weight) instanceof Dataset dataset)) {
                throw file.complaint(
                        "the array " + weight + " of the layer " + layer + " was expected to be a dataset");
            }
            Hdf5Array.add(contents, hdf, dataset, below + weight, layer);
        }
    }

    /** What stands at a path below a group; null where nothing does. Links are not followed. */
    private Node find(Group from, String path, String names) {
        Node node = from;
        String at = path;
        for (String name : names.split("/")) {
            if (!(node instanceof Group group)) {
                return null;
            }
            node = hdf.children(group, "/" + at).get(name);
            at = at + name + "/";
            if (node == null) {
                return null;
            }
            refuseLink(node, at);
        }
        return node;
    }

    private void refuseLink(Node node, String path) {
        if (node.isLink()) {
            throw file.complaint("/" + path + " is a link to something else, inside or outside the file, and links are"
                    + " not followed");
        }
    }

    private void walk(Group group, String path, int depth) {
        long address = group.getAddress();
        if (depth > DEEPEST || !onTheWay.add(address)) {
            throw file.complaint("the group /" + path + " is nested without end");
        }
        Map<String, Node> children = hdf.children(group, "/" + path);
        List<String> names = new ArrayList<>(children.keySet());
        names.sort(NATURAL);
        String layer = path.endsWith("vars/") && children.values().stream().anyMatch(Dataset.class::isInstance)
                ? hdf.texts(group, "/" + path, "name").stream().findFirst().orElse(null)
                : null;
        for (String name : names) {
            Node node = children.get(name);
            refuseLink(node, path + name);
            if (++nodes > MOST_NODES) {
                throw file.complaint("it has more than " + MOST_NODES + " groups and datasets");
            }
            if (node instanceof Dataset dataset) {
                Hdf5Array.add(contents, hdf, dataset, path + name, layer);
            } else if (node instanceof Group inner && !(depth == 0 && OF_TRAINING.contains(name))) {
                walk(inner, path + name + "/", depth + 1);
            }
        }
        onTheWay.remove(address);
    }

    /** Numbers in names count as numbers: {@code conv2d_2} comes before {@code conv2d_10}. */
    private static final Comparator<String> NATURAL = Comparator.comparing((String name) -> withoutNumber(name))
            .thenComparing((String name) -> name.length())
            .thenComparing(Comparator.naturalOrder());

    private static String withoutNumber(String name) {
        return name.replaceFirst("_?\\d+$", "");
    }
}
