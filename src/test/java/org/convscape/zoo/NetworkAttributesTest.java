package org.convscape.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.Graph;
import org.convscape.tensor.Shape;
import org.convscape.wording.CostWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkAttributesTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static Stream<Model> networks() {
        return CATALOGUE.models().stream()
                .filter(model -> model.kind() == Model.Kind.NETWORK
                        && model.schema().find("classes").isPresent());
    }

    private static Graph build(String id, String settings) {
        Model model = CATALOGUE.require(id);
        AttributeValues values = model.schema().defaults();
        for (String setting : settings.split(" ", -1)) {
            String[] parts = setting.split("=", -1);
            values = values.with(parts[0], parts[1]);
        }
        return model.build(model.defaultInput(), values);
    }

    private static CostTable.Row total(Graph graph) {
        CostTable.Row total = CostTable.of(Analysis.of(graph), Convention.MACS, CostTable.Grouping.TOTAL)
                .total();
        assertTrue(total.complete());
        return total;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyNetworkTellsAsManyClassesApartAsItIsAskedTo(Model model) {
        Graph graph = build(model.id(), "classes=7");

        assertEquals("7", CostWords.output(total(graph)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cifar-resnet20  | n=5                     | 464154",
                "cifar-resnet20  | n=7                     | 658586",
                "cifar-resnet20  | n=9                     | 853018",
                "cifar-resnet20  | shortcut=B              | 272474",
                "cifar-resnet56  | shortcut=b              | 855770",
                "cifar-resnet110 | shortcut=b              | 1730714",
                "cifar-resnet1202| shortcut=b              | 19424026",
                "resnet50        | groupWidth=128          | 68883240",
                "resnet50        | groups=32 groupWidth=4  | 25028904",
                "plain-34        | shortcut=b              | 21797672",
            })
    void variantsHaveTheParametersTheyArePublishedWith(String id, String settings, long trainable) {
        assertEquals(trainable, total(build(id, settings)).trainable());
    }

    /** The papers print whole millions, rounded down. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mobilenet-v1 | width=0.75       | 325",
                "mobilenet-v1 | width=0.5        | 149",
                "mobilenet-v1 | width=0.25       | 41",
                "mobilenet-v1 | resolution=0.857 | 418",
                "mobilenet-v1 | resolution=0.714 | 290",
                "mobilenet-v1 | resolution=0.571 | 186",
                "mobilenet-v2 | width=1.4        | 582",
            })
    void theMultipliersOfMobileNetCostWhatThePaperPrints(String id, String setting, long millions) {
        assertEquals(millions, total(build(id, setting)).count() / 1_000_000);
    }

    @Test
    void theResolutionMultiplierChangesThePictureThatEnters() {
        CostTable table = CostTable.of(
                Analysis.of(build("mobilenet-v1", "resolution=0.571")), Convention.MACS, CostTable.Grouping.TOTAL);

        assertEquals(Shape.maps(128, 128, 3), table.inputs().get(0));
    }

    @Test
    void aWidthThatLeavesNoChannelIsRefusedWithOneThatWorks() {
        InvalidAttribute refusal = assertThrows(InvalidAttribute.class, () -> build("mobilenet-v1", "width=0.02"));

        assertTrue(refusal.getMessage().contains("0.04 would work"), refusal.getMessage());
        assertEquals("1000", CostWords.output(total(build("mobilenet-v1", "width=0.04"))));
    }

    @Test
    void groupsThatWouldBeTooWideAreRefusedWithAWidthThatWorks() {
        InvalidAttribute refusal =
                assertThrows(InvalidAttribute.class, () -> build("resnet50", "groups=32 groupWidth=65536"));

        assertTrue(refusal.getMessage().contains("groupWidth=256 would work"), refusal.getMessage());
        assertEquals("1000", CostWords.output(total(build("resnet50", "groups=32 groupWidth=256"))));
    }

    @ParameterizedTest
    @CsvSource({
        "inception-v3, 60×60×3, Mixed_7a",
        "vgg16, 16×16×3, features/30",
        "vgg16, 64×64×3, avgpool",
        "alexnet, 60×60×3, features/12",
        "inception-v4, 40×40×3, features/10",
        "googlenet-paper, 1×1×3, pool1/3x3_s2",
        "nin, 50×50×3, pool3",
    })
    void aPictureThatIsTooSmallIsRefusedWhereItRunsOut(String id, String input, String node) {
        Model model = CATALOGUE.require(id);
        String refusal =
                model.refusal(Shape.parse(input), model.schema().defaults()).orElse("not refused");

        assertTrue(refusal.contains("at " + node), refusal);
        assertTrue(refusal.endsWith("An input of " + model.defaultInput() + " would work"), refusal);
    }

    @ParameterizedTest
    @CsvSource({"vgg16, 256×256×3, 138357544", "alexnet, 300×260×3, 61100840", "resnet50, 97×131×3, 25557032"})
    void parametersDoNotDependOnTheSizeOfThePicture(String id, String input, long trainable) {
        Model model = CATALOGUE.require(id);

        assertEquals(
                trainable,
                total(model.build(Shape.parse(input), model.schema().defaults()))
                        .trainable());
    }
}
