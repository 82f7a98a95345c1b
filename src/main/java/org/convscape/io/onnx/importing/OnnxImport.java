package org.convscape.io.onnx.importing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.OperatorSetIdProto;
import org.convscape.graph.Graph;
import org.convscape.graph.Grouping;
import org.convscape.graph.Node;
import org.convscape.io.FileFailure;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/**
 * An ONNX model as a graph of ours with its weights, which stay in the file until they are asked for.
 *
 * @param title what the model is called
 * @param properties what the model says of itself, where this program wrote it
 * @param notes what a person should know: what could not be opened, with its place; sizes that were taken
 */
public record OnnxImport(
        String title, Graph graph, OnnxWeights weights, Map<String, String> properties, List<String> notes) {

    private static final String PRODUCER = "Convscape";

    /** Older operators differ in too much. */
    private static final long LEAST_OPERATOR_SET = 7;

    /**
     * Reads a model.
     *
     * @throws FileFailure with a sentence when nothing of it can be opened
     */
    public static OnnxImport read(Path file) {
        try {
            return read(file, message(file));
        } catch (FileFailure e) {
            throw e.getMessage().startsWith(file.toString())
                    ? e
                    : new FileFailure(file + " cannot be opened as a network: " + e.getMessage(), e);
        }
    }

    private static ModelProto message(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new FileFailure("it is larger than the 2 GB that an ONNX message can have");
            }
            CodedInputStream input = UnsafeByteOperations.unsafeWrap(
                            channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()))
                    .newCodedInput();
            input.enableAliasing(true);
            input.setSizeLimit(Integer.MAX_VALUE);
            return ModelProto.parseFrom(input);
        } catch (InvalidProtocolBufferException e) {
            throw new FileFailure("it is not a whole ONNX model; the message breaks off or is something else", e);
        } catch (NoSuchFileException e) {
            throw new FileFailure(file + " does not exist", e);
        } catch (IOException e) {
            throw new FileFailure("it cannot be read" + (Files.isDirectory(file) ? "; it is a folder" : ""), e);
        }
    }

    private static OnnxImport read(Path file, ModelProto model) {
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw new FileFailure("an ONNX model with a graph was expected, and it has no nodes");
        }
        long operatorSet = model.getOpsetImportList().stream()
                .filter(each -> each.getDomain().isEmpty() || each.getDomain().equals("ai.onnx"))
                .mapToLong(OperatorSetIdProto::getVersion)
                .max()
                .orElse(1);
        if (operatorSet < LEAST_OPERATOR_SET) {
            throw new FileFailure("it is written in operator set " + operatorSet + "; " + LEAST_OPERATOR_SET
                    + " or later was expected, so export it anew");
        }
        boolean own = model.getProducerName().equals(PRODUCER);
        Path folder = file.toAbsolutePath().getParent();
        Translation translation = new Translation(model.getGraph(), operatorSet, own, new TensorReader(folder));
        translation.run();
        if (translation.layers().stream().allMatch(layer -> layer.inputs.isEmpty())) {
            throw new FileFailure(
                    translation.failures().isEmpty()
                            ? "no node of it takes from its input"
                            : "at " + translation.failures().get(0));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        if (own) {
            model.getMetadataPropsList().forEach(each -> properties.put(each.getKey(), each.getValue()));
        }
        return made(title(file, model, own), translation, properties);
    }

    private static String title(Path file, ModelProto model, boolean own) {
        String name = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.onnx$", "");
        return own && !model.getGraph().getName().isBlank() ? model.getGraph().getName() : name;
    }

    private static OnnxImport made(String title, Translation translation, Map<String, String> properties) {
        Map<Layer, String> paths = translation.paths();
        List<Node> nodes = new ArrayList<>();
        Map<String, Map<String, Layer.Weight>> weights = new HashMap<>();
        for (Layer layer : translation.layers()) {
            String path = paths.get(layer);
            nodes.add(new Node(
                    path, layer.operation, layer.inputs.stream().map(paths::get).toList()));
            if (!layer.weights.isEmpty()) {
                weights.put(path, Map.copyOf(layer.weights));
            }
        }
        return new OnnxImport(
                title, new Graph(nodes, Grouping.of(nodes)), new OnnxWeights(weights), properties, translation.notes());
    }
}
