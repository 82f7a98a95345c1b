package org.convscape.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.convscape.document.Document;
import org.convscape.testing.PublicData;
import org.convscape.weights.match.Wanted;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkArraysTest {
    private static NetworkArrays arrays(String id) {
        Network network = NetworkLibrary.standard().find(id).orElseThrow();
        Document document = BuiltNetwork.document(
                network, network.defaultInput(), network.schema().defaults());
        return NetworkArrays.of(document, NetworkLibrary.standard());
    }

    private static String first(List<String> expected, List<String> order) {
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(order.get(i))) {
                return i + ": " + expected.get(i) + " is expected, " + order.get(i) + " found";
            }
        }
        return "the same";
    }

    /** All but inception-v3, whose last two modules have concatenations within: its layers go by their numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "keras-resnet50",
                "keras-resnet50v2",
                "keras-inception-resnet-v2",
                "xception",
                "mobilenet-v1",
                "mobilenet-v2"
            })
    void theOrderIsThatInWhichKerasWrites(String id) throws IOException {
        List<String> expected;
        try (Stream<String> lines = Files.lines(PublicData.require("reference/keras-layer-order.csv"))) {
            expected = lines.filter(line -> line.startsWith(id + ",") && !line.endsWith(","))
                    .map(line -> line.split(",")[2])
                    .toList();
        }
        NetworkArrays arrays = arrays(id);
        Set<String> layers = new LinkedHashSet<>();
        for (Wanted each : arrays.wanted()) {
            layers.add(each.layer());
        }
        List<List<String>> orders = arrays.kerasOrders().stream()
                .map(order -> order.stream().filter(layers::contains).toList())
                .toList();

        assertTrue(expected.size() > 20);
        assertEquals(Set.copyOf(expected), layers);
        String difference = first(expected, orders.get(0)) + "; " + first(expected, orders.get(1));
        assertTrue(orders.contains(expected), difference);
    }
}
