package org.convscape.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.attribute.AttributeValues;
import org.convscape.document.Document;
import org.convscape.weights.file.ElementType;
import org.convscape.weights.file.Format;
import org.convscape.weights.file.StoredArray;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.match.Match;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that fits by names and shapes, but is of another definition, is not taken in silence. */
class TiesTest {
    private static final NetworkLibrary NETWORKS = NetworkLibrary.standard();

    /** A file with all arrays that a network needs, under the names of its origin. */
    private record Pretended(List<StoredArray> arrays, Map<String, String> metadata, Format format)
            implements WeightFile {

        static Pretended of(Document document, String... metadata) {
            return new Pretended(
                    NetworkArrays.of(document, NETWORKS).wanted().stream()
                            .map(each -> new StoredArray(
                                    each.names().get(0).text(),
                                    each.names().get(0).layout().dimensions(each),
                                    ElementType.F32))
                            .toList(),
                    metadata.length == 0 ? Map.of() : Map.of(metadata[0], metadata[1]),
                    Format.SAFETENSORS);
        }

        /** The same in a file of Keras, with the layers in its order. */
        static Pretended keras(Document document) {
            List<String> order =
                    NetworkArrays.of(document, NETWORKS).kerasOrders().get(0);
            List<StoredArray> sorted = NetworkArrays.of(document, NETWORKS).wanted().stream()
                    .sorted(Comparator.comparingInt(each -> order.indexOf(each.layer())))
                    .map(each -> new StoredArray(
                            each.names().get(0).text(),
                            each.names().get(0).layout().dimensions(each),
                            ElementType.F32))
                    .toList();
            return new Pretended(sorted, Map.of(), Format.KERAS_H5);
        }

        @Override
        public Path path() {
            return Path.of("pretended.pth");
        }

        @Override
        public float[] read(StoredArray array) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public List<String> remarks() {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static Document network(String text) {
        Definition definition = Definition.parse(text);
        Network network = NETWORKS.find(definition.network()).orElseThrow();
        AttributeValues values = network.schema().defaults();
        for (Map.Entry<String, String> each : definition.attributes().entrySet()) {
            values = values.with(each.getKey(), each.getValue());
        }
        return BuiltNetwork.document(network, network.defaultInput(), values);
    }

    private static Optional<String> objection(Document document, WeightFile file) {
        Match match = NetworkArrays.of(document, NETWORKS).match(file);
        assertTrue(match.complete(), match.sentence());
        assertEquals(match.objection().isEmpty(), match.fitsEntirely());
        return match.objection();
    }

    @Test
    void filesOfResnet50AreNotForTheOneWithItsStridesElsewhere() {
        assertEquals(
                Optional.of(
                        "The file is of resnet50, as files with these names are; resnet50-v1 has arrays of the same"
                                + " names and shapes and computes something else: at layer2/0/conv1, stride 2×2 here, 1×1 there"),
                objection(network("resnet50-v1"), Pretended.of(network("resnet50"))));
        assertEquals(Optional.empty(), objection(network("resnet50"), Pretended.of(network("resnet50"))));
    }

    @Test
    void filesOfResidualNetsAreNotForTheirPlainTwins() {
        assertTrue(objection(network("cifar-plain20"), Pretended.of(network("cifar-resnet20")))
                .orElseThrow()
                .startsWith("The file is of cifar-resnet20"));
    }

    @Test
    void filesOfTheEarlierResNet50OfKerasAreNotForTodaysNorTheOtherWayRound() {
        Pretended earlier = Pretended.keras(network("keras-resnet50-2015"));
        Pretended today = Pretended.keras(network("keras-resnet50"));
        assertEquals(
                Optional.of(
                        "The file is of keras-resnet50-2015, as its layers are called; keras-resnet50 has arrays of the"
                                + " same shapes and computes something else: at conv1_bn, epsilon 1.001E-5 here, 0.001 there"),
                objection(network("keras-resnet50"), earlier));
        assertTrue(objection(network("keras-resnet50-2015"), today)
                .orElseThrow()
                .startsWith("The file is of keras-resnet50, as its layers are called; keras-resnet50-2015 has"));
        assertEquals(Optional.empty(), objection(network("keras-resnet50-2015"), earlier));
        assertEquals(Optional.empty(), objection(network("keras-resnet50"), today));
        assertEquals(List.of("keras-resnet50-2015"), FittingNetworks.of(earlier, NETWORKS));
    }

    @Test
    void filesOfTorchAndOfKerasAreForTheirOwnMobileNetsAndXceptions() {
        for (String id : List.of("torch-mobilenet-v2", "timm-mobilenet-v1", "timm-xception")) {
            assertEquals(List.of(id), FittingNetworks.of(Pretended.of(network(id)), NETWORKS));
        }
    }

    @Test
    void whatAFileSaysOfItselfCounts() {
        Pretended file = Pretended.of(network("resnet50-v1"), "definition", "resnet50-v1");

        assertEquals(Optional.empty(), objection(network("resnet50-v1"), file));
        assertEquals(Optional.empty(), objection(network("resnet50 strideAt=first"), file), "which is the same");
        assertTrue(objection(network("resnet50"), file)
                .orElseThrow()
                .startsWith("The file is of resnet50-v1, as it says of itself; resnet50 has arrays"));
    }

    @Test
    void anAttributeThatChangesNoArrayIsAnotherDefinitionToo() {
        assertTrue(objection(network("resnet101 strideAt=first"), Pretended.of(network("resnet101")))
                .orElseThrow()
                .startsWith("The file is of resnet101, as files with these names are; resnet101 strideAt=first has"));
        assertTrue(objection(network("cifar-resnet20 shortcut=none"), Pretended.of(network("cifar-resnet20")))
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"resnet50 classes=10", "mobilenet-v1 width=0.5", "mobilenet-v2 resolution=0.571", "xception"})
    void otherClassesWidthsAndPicturesAreNoOtherFunction(String text) {
        assertEquals(Optional.empty(), objection(network(text), Pretended.of(network(text))));
    }

    @Test
    void aFileOfADefinitionThatNobodyKnowsIsTaken() {
        for (String unknown : List.of("resnet50 strideAt=third", "another-net", "resnet50 colour=red")) {
            assertEquals(
                    Optional.empty(),
                    objection(network("resnet50"), Pretended.of(network("resnet50"), "definition", unknown)),
                    unknown);
        }
    }

    @Test
    void whereAFileDoesNotFitItIsSaidWhatItFits() {
        assertEquals(List.of("resnet50"), FittingNetworks.of(Pretended.of(network("resnet50")), NETWORKS));
        assertEquals("; it fits mobilenet-v2", FittingNetworks.words(Pretended.of(network("mobilenet-v2")), NETWORKS));
        assertEquals("", FittingNetworks.words(Pretended.of(network("resnet18 classes=3")), NETWORKS));
    }

    @Test
    void aDefinitionIsReadAsItIsWritten() {
        for (String text : List.of("resnet50", "resnet50 classes=10 strideAt=first")) {
            assertEquals(text, Definition.parse(text).text());
            assertEquals(
                    Optional.of(text), Definition.of(network(text), NETWORKS).map(Definition::text));
        }
    }
}
