package org.convscape.zoo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.DepthwiseConv2d;

/**
 * What the weight files of a network's origin call its arrays: the one place that knows.
 *
 * <p>Paths in the graph are those of the origin, with slashes. What remains is how torch, Keras and Caffe name the
 * arrays of a layer, and the layers to which Keras gives no name but a running number.
 */
public final class OriginNames {

    private enum Origin {
        /** {@code layer1.0.conv1.weight}. */
        TORCH,
        /** The CIFAR ResNets of akamaster, where a projection is {@code shortcut}. */
        TORCH_SHORTCUT,
        /** Cadene's bninception, whose modules are not nested: {@code inception_3a_1x1.weight}. */
        TORCH_FLAT,
        /** {@code conv2_block1_1_conv/kernel:0}. */
        KERAS,
        /** Layer and number of the blob: {@code inception_3a/1x1[0]}. */
        CAFFE
    }

    private static final Map<String, Origin> ORIGINS = origins();
    private static final Pattern UP_PROJECTION = Pattern.compile("(repeat(?:_[12])?)/(\\d+)/conv2d");
    private static final Map<String, String> KERAS_BLOCKS =
            Map.of("repeat", "block35", "repeat_1", "block17", "repeat_2", "block8");

    private final Origin origin;
    private final Map<String, String> unnamed;

    private OriginNames(Origin origin, Graph graph) {
        this.origin = origin;
        this.unnamed = origin == Origin.KERAS ? keras(graph) : Map.of();
    }

    private static Map<String, Origin> origins() {
        Map<String, Origin> origins = new HashMap<>();
        for (String id : ("resnet18 resnet34 resnet50 resnet50-v1 resnet101 resnet152 resnext50 googlenet inception-v3"
                        + " inception-v4 inception-resnet-v1 inception-resnet-v2 alexnet vgg16 vgg19 timm-xception"
                        + " timm-mobilenet-v1 torch-mobilenet-v2")
                .split(" ")) {
            origins.put(id, Origin.TORCH);
        }
        for (String id : "cifar-resnet20 cifar-resnet56 cifar-resnet110 cifar-resnet1202".split(" ")) {
            origins.put(id, Origin.TORCH_SHORTCUT);
        }
        for (String id : ("keras-resnet50 keras-resnet50-2015 keras-resnet50v2 keras-inception-v3"
                        + " keras-inception-resnet-v2 xception mobilenet-v1 mobilenet-v2")
                .split(" ")) {
            origins.put(id, Origin.KERAS);
        }
        origins.put("inception-v2", Origin.TORCH_FLAT);
        origins.put("googlenet-paper", Origin.CAFFE);
        origins.put("nin", Origin.CAFFE);
        return Map.copyOf(origins);
    }

    /** The names for a network of that id as it was built; empty where no weight files are known. */
    public static Optional<OriginNames> of(String networkId, Graph graph) {
        return Optional.ofNullable(ORIGINS.get(networkId)).map(origin -> new OriginNames(origin, graph));
    }

    /** What the origin calls the array that plays this part in that node. */
    public String tensor(Node node, WeightSpec.Role role) {
        return switch (origin) {
            case TORCH -> torch(node.path(), role);
            case TORCH_SHORTCUT -> node.path().replace('/', '.').replace("downsample", "shortcut") + "." + torch(role);
            case TORCH_FLAT -> node.path().replace('/', '_') + "." + torch(role);
            case KERAS -> kerasLayer(node) + "/" + keras(node, role) + ":0";
            case CAFFE -> node.path() + (role == WeightSpec.Role.KERNEL ? "[0]" : "[1]");
        };
    }

    /** What torch calls an array of a layer at that path. */
    public static String torch(String path, WeightSpec.Role role) {
        return path.replace('/', '.') + "." + torch(role);
    }

    /** What Keras calls the layer of a node; empty where the network does not come from Keras. */
    public Optional<String> kerasLayerOf(Node node) {
        return origin == Origin.KERAS ? Optional.of(kerasLayer(node)) : Optional.empty();
    }

    private static String torch(WeightSpec.Role role) {
        return switch (role) {
            case KERNEL, SCALE, SLOPE -> "weight";
            case BIAS, SHIFT -> "bias";
            case RUNNING_MEAN -> "running_mean";
            case RUNNING_VARIANCE -> "running_var";
        };
    }

    /** What Keras calls an array of a node whose name is that of its layer, or the half of one. */
    public static String kerasNamed(Node node, WeightSpec.Role role) {
        GroupPath path = new GroupPath(node.origin());
        boolean half = path.name().equals("depthwise") || path.name().equals("pointwise");
        GroupPath layer = half && !path.parent().isRoot() ? path.parent() : path;
        return layer.name() + "/" + keras(node, role) + ":0";
    }

    private static String keras(Node node, WeightSpec.Role role) {
        return switch (role) {
            case KERNEL -> {
                boolean depthwise = node.operation() instanceof DepthwiseConv2d;
                boolean pointwise = GroupPath.nameOf(node.origin()).equals("pointwise");
                yield depthwise ? "depthwise_kernel" : pointwise ? "pointwise_kernel" : "kernel";
            }
            case BIAS -> "bias";
            case SCALE -> "gamma";
            case SHIFT -> "beta";
            case SLOPE -> "alpha";
            case RUNNING_MEAN -> "moving_mean";
            case RUNNING_VARIANCE -> "moving_variance";
        };
    }

    /** Both halves of a separable convolution belong to the layer that its group is named after. */
    private String kerasLayer(Node node) {
        boolean half = node.name().equals("depthwise") || node.name().equals("pointwise");
        return unnamed.getOrDefault(node.path(), half ? node.group().name() : node.name());
    }

    /**
     * Layers without a name are numbered in the order in which the network was built, per kind and from no number on.
     */
    private static Map<String, String> keras(Graph graph) {
        Map<String, String> names = new HashMap<>();
        Set<String> blocks = new HashSet<>();
        int convolutions = 0;
        int norms = 0;
        for (Node node : graph.nodes()) {
            Matcher projection = UP_PROJECTION.matcher(node.path());
            boolean anonymous = Set.of("conv", "bn", "shortcut", "shortcut_bn").contains(node.name());
            if (projection.matches()) {
                int number = Integer.parseInt(projection.group(2)) + 1;
                String block = KERAS_BLOCKS.get(projection.group(1)) + "_" + number + "_conv";
                blocks.add(block);
                names.put(node.path(), block);
            } else if (node.path().equals("block8/conv2d")) {
                long before = blocks.stream()
                        .filter(block -> block.startsWith("block8_"))
                        .count();
                names.put(node.path(), "block8_" + (before + 1) + "_conv");
            } else if (anonymous && node.operation() instanceof Conv2d) {
                names.put(node.path(), numbered("conv2d", convolutions++));
            } else if (anonymous && node.operation() instanceof BatchNorm) {
                names.put(node.path(), numbered("batch_normalization", norms++));
            }
        }
        return names;
    }

    private static String numbered(String kind, int number) {
        return number == 0 ? kind : kind + "_" + number;
    }
}
