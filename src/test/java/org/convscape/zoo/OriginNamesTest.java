package org.convscape.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.Graph;
import org.convscape.op.WeightSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OriginNamesTest {

    private static Network network(String id) {
        return NetworkLibrary.standard().find(id).orElseThrow();
    }

    private static Stream<Network> networksWithWeightFiles() {
        return NetworkLibrary.standard().networks().stream()
                .filter(network -> OriginNames.of(network.id(), Graph.EMPTY).isPresent());
    }

    private static List<String> tensors(String id, boolean trainableOnly) {
        Graph graph = network(id).build();
        OriginNames names = OriginNames.of(id, graph).orElseThrow();
        List<String> tensors = new ArrayList<>();
        for (NodeFacts facts : Analysis.of(graph).nodes()) {
            for (WeightSpec weight : facts.weights()) {
                if (!trainableOnly || weight.role().trainable()) {
                    tensors.add(names.tensor(facts.node(), weight.role()));
                }
            }
        }
        return tensors;
    }

    @ParameterizedTest
    @CsvSource({
        "resnet50, layer1.0.conv1.weight",
        "resnet50, layer2.0.downsample.1.running_var",
        "resnext50, layer4.2.bn3.bias",
        "resnet18, fc.weight",
        "googlenet, inception3a.branch2.1.bn.running_mean",
        "googlenet, inception5b.branch4.1.conv.weight",
        "inception-v3, Mixed_7b.branch3x3dbl_3b.bn.weight",
        "inception-v3, Conv2d_1a_3x3.conv.weight",
        "inception-v4, features.4.branch1.3.conv.weight",
        "inception-v4, features.21.branch2_3a.bn.bias",
        "inception-v4, features.18.branch1.3.conv.weight",
        "inception-resnet-v2, mixed_5b.branch3.1.conv.weight",
        "inception-resnet-v2, repeat_1.19.conv2d.bias",
        "inception-resnet-v2, classif.bias",
        "inception-resnet-v1, block8.branch1.2.conv.weight",
        "inception-resnet-v1, last_bn.running_var",
        "inception-v2, inception_3c_double_3x3_2_bn.weight",
        "inception-v2, conv1_7x7_s2.bias",
        "vgg16, features.28.weight",
        "vgg16, classifier.6.bias",
        "vgg19, features.34.weight",
        "alexnet, classifier.1.weight",
        "googlenet-paper, inception_3a/5x5_reduce[1]",
        "googlenet-paper, loss3/classifier[0]",
        "nin, cccp8-1024[0]",
        "keras-resnet50, conv2_block1_0_conv/kernel:0",
        "keras-resnet50, conv5_block3_3_bn/moving_variance:0",
        "keras-resnet50-2015, bn_conv1/gamma:0",
        "keras-resnet50-2015, res2a_branch1/kernel:0",
        "keras-resnet50-2015, bn4f_branch2c/moving_mean:0",
        "keras-resnet50-2015, fc1000/bias:0",
        "keras-resnet50v2, conv4_block6_preact_bn/gamma:0",
        "keras-resnet50v2, conv2_block1_3_conv/bias:0",
        "keras-resnet50v2, post_bn/beta:0",
        "keras-inception-v3, conv2d/kernel:0",
        "keras-inception-v3, conv2d_93/kernel:0",
        "keras-inception-v3, batch_normalization_93/moving_mean:0",
        "keras-inception-resnet-v2, conv2d_202/kernel:0",
        "keras-inception-resnet-v2, block35_10_conv/bias:0",
        "keras-inception-resnet-v2, block8_10_conv/kernel:0",
        "keras-inception-resnet-v2, conv_7b_bn/beta:0",
        "xception, block1_conv1/kernel:0",
        "xception, block2_sepconv1/depthwise_kernel:0",
        "xception, block14_sepconv2/pointwise_kernel:0",
        "xception, block13_sepconv2_bn/gamma:0",
        "xception, conv2d_3/kernel:0",
        "mobilenet-v1, conv_dw_13/depthwise_kernel:0",
        "mobilenet-v1, conv_pw_1_bn/moving_mean:0",
        "mobilenet-v1, conv_preds/bias:0",
        "mobilenet-v2, bn_Conv1/gamma:0",
        "mobilenet-v2, expanded_conv_depthwise/depthwise_kernel:0",
        "mobilenet-v2, block_16_project_BN/moving_variance:0",
        "mobilenet-v2, Conv_1_bn/beta:0",
        "timm-mobilenet-v1, conv_stem.weight",
        "timm-mobilenet-v1, blocks.3.5.bn2.running_var",
        "timm-mobilenet-v1, classifier.weight",
        "timm-xception, block1.rep.0.conv1.weight",
        "timm-xception, block12.rep.5.running_mean",
        "timm-xception, block2.skipbn.bias",
        "timm-xception, conv4.pointwise.weight",
        "torch-mobilenet-v2, features.0.0.weight",
        "torch-mobilenet-v2, features.1.conv.0.1.running_mean",
        "torch-mobilenet-v2, features.1.conv.2.bias",
        "torch-mobilenet-v2, features.17.conv.3.running_var",
        "torch-mobilenet-v2, features.18.1.weight",
        "torch-mobilenet-v2, classifier.1.bias",
    })
    void everyOriginNamesItsTensorsItsOwnWay(String id, String tensor) {
        assertTrue(tensors(id, false).contains(tensor), () -> tensor + " is not in " + tensors(id, false));
    }

    /** How many arrays Keras' own models hold, all and trainable ones. */
    @ParameterizedTest
    @CsvSource({
        "xception, 236, 156",
        "keras-resnet50, 320, 214",
        "keras-resnet50-2015, 320, 214",
        "keras-resnet50v2, 272, 174",
        "keras-inception-v3, 378, 190",
        "keras-inception-resnet-v2, 898, 490",
        "mobilenet-v1, 137, 83",
        "mobilenet-v2, 262, 158",
    })
    void thereAreAsManyTensorsAsKerasCounts(String id, int all, int trainable) {
        assertEquals(all, tensors(id, false).size());
        assertEquals(trainable, tensors(id, true).size());
    }

    @ParameterizedTest
    @MethodSource("networksWithWeightFiles")
    void noTwoArraysOfANetworkShareAName(Network network) {
        List<String> tensors = tensors(network.id(), false);

        assertEquals(tensors.size(), new HashSet<>(tensors).size());
    }

    @Test
    void theProjectionsOfTheCifarNetsAreCalledShortcut() {
        Network network = network("cifar-resnet20");
        Graph graph = network.build(
                network.defaultInput(), network.schema().defaults().with("shortcut", "b"));

        assertEquals(
                "layer2.0.shortcut.0.weight",
                OriginNames.of("cifar-resnet20", graph)
                        .orElseThrow()
                        .tensor(graph.node("layer2/0/downsample/0"), WeightSpec.Role.KERNEL));
    }

    @Test
    void plainTwinsHaveNoWeightFiles() {
        assertEquals(Optional.empty(), OriginNames.of("plain-18", Graph.EMPTY));
    }
}
