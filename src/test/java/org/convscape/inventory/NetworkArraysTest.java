package org.convscape.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscape.document.Document;
import org.convscape.testing.PublicData;
import org.convscape.weights.match.Wanted;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static Stream<String> origins() throws IOException {
        return originLines().map(line -> line.split(",")[0]).distinct();
    }

    private static Stream<String> originLines() throws IOException {
        try (InputStream file = NetworkArraysTest.class.getResourceAsStream("origin-arrays.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList().stream();
        }
    }

    /** As the sources of the origins build them; a second word is the library that has other names for the network. */
    @ParameterizedTest
    @MethodSource("origins")
    void namesAndShapesAreThoseOfTheOrigin(String origin) throws IOException {
        Set<String> expected = originLines()
                .filter(line -> line.startsWith(origin + ","))
                .map(line -> line.substring(origin.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        int way = origin.contains(" ") ? 1 : 0;
        List<Wanted> wanted = arrays(origin.split(" ")[0]).wanted();
        Set<String> ours = new TreeSet<>();
        for (Wanted each : wanted) {
            Wanted.Name name = each.names().get(way);
            ours.add(name.text() + ","
                    + name.layout().dimensions(each).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining("x")));
        }

        assertEquals(expected, ours);
        assertEquals(expected.size(), wanted.size());
    }
}
