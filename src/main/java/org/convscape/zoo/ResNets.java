package org.convscape.zoo;

import java.util.List;
import java.util.function.Consumer;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.block.ResNeXtBlock;
import org.convscape.block.ResidualBasic;
import org.convscape.block.ResidualBottleneck;
import org.convscape.block.StridePlacement;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** The ImageNet ResNets and their plain twins, as torchvision builds and names them (He et al. 2015, table 1). */
final class ResNets {
    private static final Shape INPUT = Shape.maps(224, 224, 3);
    private static final Attribute<Integer> CLASSES = NetworkAttributes.CLASSES;
    private static final Attribute<StridePlacement> STRIDE_AT = ResidualBottleneck.STRIDE_AT;
    private static final Attribute<Integer> GROUPS = ResidualBottleneck.GROUPS;
    private static final Attribute<Integer> GROUP_WIDTH = Attribute.integer(
            "groupWidth",
            "Width per group",
            1,
            Conv2d.MAXIMUM_CHANNELS,
            64,
            "Channels of each group in the first stage: 64 in ResNet, 4 with 32 groups in ResNeXt, 128 in Wide ResNet.");

    private ResNets() {}

    static List<Network> networks() {
        return List.of(
                basic("resnet18", "ResNet-18", List.of(2, 2, 2, 2), ShortcutOption.B),
                basic("resnet34", "ResNet-34", List.of(3, 4, 6, 3), ShortcutOption.B),
                bottleneck(
                        "resnet50", "ResNet-50", List.of(3, 4, 6, 3), "torchvision resnet50 (v1.5: stride in the 3×3)"),
                bottleneck(
                        "resnet50-v1",
                        "ResNet-50 v1",
                        List.of(3, 4, 6, 3),
                        "the paper's placement: stride in the first 1×1",
                        STRIDE_AT.withDefault(StridePlacement.FIRST),
                        GROUPS,
                        GROUP_WIDTH),
                bottleneck("resnet101", "ResNet-101", List.of(3, 4, 23, 3), "torchvision resnet101"),
                bottleneck("resnet152", "ResNet-152", List.of(3, 8, 36, 3), "torchvision resnet152"),
                bottleneck(
                        "resnext50",
                        "ResNeXt-50 32×4d",
                        List.of(3, 4, 6, 3),
                        "Xie et al. 2016; torchvision resnext50_32x4d",
                        STRIDE_AT,
                        GROUPS.withDefault(32),
                        GROUP_WIDTH.withDefault(4)),
                basic("plain-18", "Plain-18", List.of(2, 2, 2, 2), ShortcutOption.NONE),
                basic("plain-34", "Plain-34", List.of(3, 4, 6, 3), ShortcutOption.NONE));
    }

    private static Network basic(String id, String label, List<Integer> depths, ShortcutOption option) {
        boolean plain = option == ShortcutOption.NONE;
        return new Network(
                id,
                label,
                plain ? Family.PLAIN : Family.RESIDUAL,
                plain ? "He et al. 2015, figure 3 middle: the plain twin" : "He et al. 2015; torchvision " + id,
                INPUT,
                AttributeSchema.of(CLASSES, ShortcutOption.SHORTCUT.withDefault(option)),
                (graph, input, values) -> build(graph, input, values, chain -> new ResidualStages(
                                ResidualBasic.TEMPLATE, values.get(ShortcutOption.SHORTCUT), false)
                        .addTo(chain, depths, ResNets::basicWidths)));
    }

    private static AttributeValues basicWidths(int stage) {
        return ResidualBasic.TEMPLATE.schema().defaults().with(ResidualBasic.CHANNELS, 64 << stage);
    }

    private static Network bottleneck(String id, String label, List<Integer> depths, String origin) {
        return bottleneck(id, label, depths, "He et al. 2015; " + origin, STRIDE_AT, GROUPS, GROUP_WIDTH);
    }

    private static Network bottleneck(
            String id,
            String label,
            List<Integer> depths,
            String origin,
            Attribute<StridePlacement> strideAt,
            Attribute<Integer> groups,
            Attribute<Integer> groupWidth) {
        return new Network(
                id,
                label,
                Family.RESIDUAL,
                origin,
                INPUT,
                AttributeSchema.of(CLASSES, ShortcutOption.SHORTCUT, strideAt, groups, groupWidth),
                (graph, input, values) -> build(graph, input, values, chain -> new ResidualStages(
                                templateOf(values), values.get(ShortcutOption.SHORTCUT), true)
                        .addTo(chain, depths, stage -> bottleneckWidths(values, stage))));
    }

    private static BlockTemplate templateOf(AttributeValues values) {
        return values.get(GROUPS) > 1 ? ResNeXtBlock.TEMPLATE : ResidualBottleneck.TEMPLATE;
    }

    private static AttributeValues bottleneckWidths(AttributeValues network, int stage) {
        int groups = network.get(GROUPS);
        return templateOf(network)
                .schema()
                .defaults()
                .with(ResidualBottleneck.WIDTH, width(network.get(GROUP_WIDTH), groups) << stage)
                .with(ResidualBottleneck.CHANNELS, 256 << stage)
                .with(GROUPS, groups)
                .with(STRIDE_AT, network.get(STRIDE_AT));
    }

    /** The inner width of the first stage; that of the last is eight times as much. */
    private static int width(int groupWidth, int groups) {
        int most = Conv2d.MAXIMUM_CHANNELS / 8;
        if ((long) groupWidth * groups > most) {
            throw new InvalidAttribute("groupWidth: " + groups + " groups of " + groupWidth
                    + " channels would make the last stage wider than " + Conv2d.MAXIMUM_CHANNELS + "; "
                    + (groups > most ? "groups=32 with groupWidth=4" : "groupWidth=" + most / groups)
                    + " would work");
        }
        return groupWidth * groups;
    }

    private static void build(GraphBuilder graph, Shape input, AttributeValues values, Consumer<Chain> stages) {
        Units units = new Units(graph, UnitNames.NUMBERED, UnitStyle.BATCH_NORM);
        Chain chain = Chain.begin(graph, input)
                .then(picture -> units.conv("1", 64, 7, 2, picture))
                .add("maxpool", MaxPool.of(3, 2, Padding.of(1)));
        stages.accept(chain);
        chain.add("avgpool", GlobalAveragePool.toVector()).add("fc", Dense.of(values.get(CLASSES)));
    }
}
