package org.convscape.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.NodeFacts;
import org.convscape.attribute.AttributeValues;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Shape;
import org.convscape.testing.PublicData;
import org.junit.jupiter.api.Test;

/** The blocks of the networks against the public table of per-block figures, wherever it holds exact numbers. */
class BlockTotalsTest {
    private static final ToLongFunction<NodeFacts> TRAINABLE = NodeFacts::trainableParameters;
    private static final ToLongFunction<NodeFacts> TOTAL = NodeFacts::totalParameters;
    private static final ToLongFunction<NodeFacts> KERNELS = facts -> facts.weights().stream()
            .filter(weight -> weight.role() == WeightSpec.Role.KERNEL)
            .mapToLong(WeightSpec::elements)
            .sum();

    /** Where a row of the table stands among our models. */
    private record Place(Analysis analysis, ToLongFunction<NodeFacts> parameters, List<String> paths) {

        static Place of(
                String model, String input, String settings, ToLongFunction<NodeFacts> parameters, String... paths) {
            Model found = Catalogue.standard().require(model);
            AttributeValues values = found.schema().defaults();
            for (String setting : settings.isEmpty() ? new String[0] : settings.split(" ", -1)) {
                values = values.with(setting.split("=", -1)[0], setting.split("=", -1)[1]);
            }
            Shape shape = input.isEmpty() ? found.defaultInput() : Shape.parse(input);
            return new Place(Analysis.of(found.build(shape, values)), parameters, List.of(paths));
        }

        long sum(ToLongFunction<NodeFacts> figure) {
            return analysis.nodes().stream()
                    .filter(facts -> paths.stream()
                            .anyMatch(path -> facts.node().path().equals(path)
                                    || facts.node().path().startsWith(path + "/")))
                    .mapToLong(figure)
                    .sum();
        }
    }

    /** The rows of one network: the model, and from the name of a block to the paths it consists of. */
    private record Rows(Place model, Function<String, List<String>> paths) {

        Place place(String block) {
            return new Place(model.analysis(), model.parameters(), paths.apply(block));
        }
    }

    private static Rows rows(String model, ToLongFunction<NodeFacts> parameters, Function<String, List<String>> paths) {
        return new Rows(Place.of(model, "", "", parameters), paths);
    }

    private static final Map<String, Rows> NETWORKS = networks();
    private static final Map<String, Place> SINGLES = singles();

    private static Map<String, Rows> networks() {
        Map<String, Rows> rows = new HashMap<>();
        rows.put(
                "GoogLeNet paper layout (5x5 conv, bias), derived",
                rows(
                        "googlenet-paper",
                        TRAINABLE,
                        block -> List.of(
                                block.startsWith("inception")
                                        ? "inception_" + block.substring("inception".length())
                                        : switch (block) {
                                            case "conv1" -> "conv1";
                                            case "conv2" -> "conv2/3x3_reduce";
                                            case "conv3" -> "conv2/3x3";
                                            case "fc" -> "loss3";
                                            default -> block.replace("maxpool", "pool");
                                        })));
        rows.put(
                "Inception-v3 torchvision blocks",
                new Rows(Place.of("inception-v3", "", "aux=true", TRAINABLE), List::of));
        Function<String, List<String>> resnet = block -> switch (block) {
            case "stem" -> List.of("conv1", "bn1");
            case "head" -> List.of("fc");
            default -> List.of(block.replace('.', '/'));
        };
        rows.put("ResNet-50 torchvision blocks (v1.5)", rows("resnet50", TRAINABLE, resnet));
        rows.put("ResNet-50 v1 blocks (stride in 1x1, no bias)", rows("resnet50-v1", TRAINABLE, resnet));
        rows.put(
                "BN-Inception blocks",
                rows("inception-v2", TRAINABLE, block -> List.of(block.equals("head") ? "last_linear" : block)));
        rows.put(
                "Xception Keras blocks (total)",
                rows("xception", TOTAL, block -> List.of(block.equals("head") ? "predictions" : block)));
        rows.put("MobileNet-v1 Keras blocks (total)", rows("mobilenet-v1", TOTAL, block -> switch (block) {
            case "conv1" -> List.of("conv1", "conv1_bn");
            case "head" -> List.of("conv_preds");
            default -> List.of(block);
        }));
        rows.put("MobileNet-v1 paper Table 1 body (weights only)", rows("mobilenet-v1", KERNELS, block -> {
            String layer = block.substring(block.lastIndexOf(' ') + 1);
            return List.of(
                    switch (layer) {
                        case "" -> "conv1";
                        case "fc" -> "conv_preds";
                        default -> "conv_" + layer.substring(layer.lastIndexOf('_') + 1) + "/" + layer;
                    });
        }));
        rows.put("MobileNet-v2 torchvision blocks", rows("mobilenet-v2", TRAINABLE, block -> switch (block) {
            case "features.0" -> List.of("Conv1", "bn_Conv1");
            case "features.1" -> List.of("expanded_conv");
            case "features.18" -> List.of("Conv_1", "Conv_1_bn");
            case "classifier" -> List.of("predictions");
            default -> List.of("block_" + (Integer.parseInt(block.substring("features.".length())) - 1));
        }));
        return rows;
    }

    private static Map<String, Place> singles() {
        return Map.ofEntries(
                Map.entry(
                        "20 1x1 filters, no bias",
                        Place.of("conv2d", "64x64x100", "channels=20 kernel=1 bias=false", TRAINABLE, "conv2d")),
                Map.entry(
                        "20 1x1 filters, with bias",
                        Place.of("conv2d", "64x64x100", "channels=20 kernel=1 bias=true", TRAINABLE, "conv2d")),
                Map.entry(
                        "convolution 7x7/2 as separable conv, depth multiplier 8",
                        Place.of(
                                "separable-conv",
                                "224x224x3",
                                "kernel=7 stride=2 multiplier=8",
                                TRAINABLE,
                                "separable-conv")),
                Map.entry(
                        "Convolution 3x3 512->512",
                        Place.of("conv2d", "14x14x512", "channels=512 kernel=3 bias=false", TRAINABLE, "conv2d")),
                Map.entry(
                        "Depthwise separable",
                        Place.of("mobilenet-pair", "14x14x512", "channels=512", KERNELS, "mobilenet-pair")),
                Map.entry(
                        "alpha=0.75",
                        Place.of("mobilenet-pair", "14x14x384", "channels=384", KERNELS, "mobilenet-pair")),
                Map.entry(
                        "rho=0.714 (10x10)",
                        Place.of("mobilenet-pair", "10x10x384", "channels=384", KERNELS, "mobilenet-pair")),
                Map.entry(
                        "basic 64-d: 3x3,64 / 3x3,64",
                        Place.of("residual-basic", "56x56x64", "", KERNELS, "residual-basic")),
                Map.entry(
                        "bottleneck 256-d: 1x1,64 / 3x3,64 / 1x1,256",
                        Place.of("residual-bottleneck", "56x56x256", "", KERNELS, "residual-bottleneck")),
                Map.entry("basic 64-d + BN", Place.of("residual-basic", "56x56x64", "", TRAINABLE, "residual-basic")),
                Map.entry(
                        "bottleneck 256-d + BN",
                        Place.of("residual-bottleneck", "56x56x256", "", TRAINABLE, "residual-bottleneck")));
    }

    @Test
    void everyExactRowOfThePublicTableIsOurs() throws IOException {
        List<String> lines = Files.readAllLines(PublicData.require("reference/blocks.csv"));
        Set<String> unmapped = new LinkedHashSet<>();
        int compared = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            boolean exact = cells.get(4).matches("\\d+") && cells.get(5).matches("\\d+");
            String block = cells.get(1);
            Rows rows = NETWORKS.get(cells.get(0));
            Place place = rows == null ? SINGLES.get(block) : rows.place(block);
            if (exact && place != null) {
                assertEquals(
                        cells.get(4) + " " + cells.get(5),
                        place.sum(place.parameters()) + " " + place.sum(Convention.MACS::count),
                        cells.get(0) + ": " + block);
                compared++;
            } else if (exact) {
                unmapped.add(block);
            }
        }

        assertEquals(Set.of(), unmapped);
        assertEquals(175, compared);
    }

    @Test
    void theAuxiliaryHeadMakesTheTotalThatTorchvisionPrints() {
        Place whole = Place.of("inception-v3", "", "aux=true", TRAINABLE);

        assertEquals(
                27_161_264,
                whole.analysis().nodes().stream()
                        .mapToLong(NodeFacts::trainableParameters)
                        .sum());
    }

    /** Splits a line at its commas, but for those inside quotes. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
