package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.convscape.engine.PlannedEngine;
import org.convscape.io.TableFormat;
import org.convscape.op.library.OpLibrary;
import org.convscape.testing.PublicData;
import org.convscape.testing.WeightsServer;
import org.convscape.weights.published.WeightsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published weights are listed, fetched when that is asked for, and run with the preparation they were made for. */
class PublishedWeightsCommandTest {
    private static final String CIFAR = "cifar-resnet20.akamaster";

    @TempDir
    private Path folder;

    private Invocation command(String... arguments) {
        Session session =
                Session.of(OpLibrary.standard(), PlannedEngine::ofPlainLoops).with(new WeightsFolder(folder));
        return Invocation.of(session, arguments);
    }

    @Test
    void whatIsPublishedForANetworkIsListedWithSizeLicenceAndAccuracy() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("resnet50-0676ba61.pth").toFile(), "rw")) {
            sparse.setLength(102_500_000);
        }
        Files.write(folder.resolve("resnet50-11ad3fa6.pth"), new byte[1]);
        Invocation said = command("weights", "list", "resnet50");
        assertEquals(0, said.status(), said.err());
        assertTrue(said.out().contains("kept in " + folder), said.out());
        assertTrue(
                said.out()
                        .lines()
                        .anyMatch(line -> line.matches("resnet50\\.torchvision-v1 +resnet50 +~103 MB +76\\.13 +yes +"
                                + "BSD-3-Clause, data set's terms +resnet50-0676ba61\\.pth")),
                said.out());
        assertTrue(said.out().lines().anyMatch(line -> line.matches(".*80\\.86 +BSD-3.*")), "one byte is no such file");
        Invocation part = command("weights", "get", "resnet50.torchvision-v2");
        assertEquals(2, part.status());
        assertTrue(
                part.err()
                        .contains(folder.resolve("resnet50-11ad3fa6.pth") + " is there and has 1 bytes, and about"
                                + " 103 MB were expected: it is another file, or a part of it; move it away first"),
                part.err());
        for (TableFormat format : TableFormat.values()) {
            Invocation in = command("weights", "list", "--format", format.id());
            assertEquals(0, in.status(), in.err());
            assertTrue(in.out().contains("vgg16.keras"), in.out());
        }
        JsonNode json = new ObjectMapper()
                .readTree(command("weights", "list", "resnet50", "--format", "json")
                        .out());
        assertTrue(json.get(0).get("here").booleanValue());
        assertEquals(
                folder.resolve("resnet50-0676ba61.pth").toString(),
                json.get(0).get("path").textValue());
    }

    @Test
    void unknownNamesAreRefusedWithTheNearest() {
        Invocation network = command("weights", "list", "resnet5");
        assertEquals(2, network.status());
        assertTrue(network.err().startsWith("No weights for \"resnet5\" are in the catalogue"), network.err());
        Invocation id = command("weights", "get", "resnet50.torchvision");
        assertEquals(2, id.status());
        assertTrue(id.err().contains("resnet50.torchvision-v1"), id.err());
    }

    @Test
    void whatIsNotHereIsNamedWithTheWayToGetIt() {
        Invocation said = command("run", "cifar-resnet20", "--picture", "sample:ducks", "--weights", CIFAR);
        assertEquals(2, said.status());
        assertTrue(
                said.err()
                        .startsWith(CIFAR + " is not in " + folder + " yet: \"weights get " + CIFAR
                                + "\" fetches it (1.10 MB), or it can be fetched elsewhere from https://github.com/"),
                said.err());
    }

    @Test
    void aFileThatIsNotForTheNetworkAsItIsHereSaysWhy() throws IOException {
        Files.writeString(
                folder.resolve(WeightsFolder.OWN_CATALOGUE),
                "id\tnetwork\tlacking\tfile\taddress\n"
                        + "mobilenet-v2.mine\tmobilenet-v2\tanother padding\tmine.pth\thttps://example.org/mine.pth\n");
        assertTrue(command("weights", "list", "mobilenet-v2")
                .out()
                .contains("* not for the network of that id as it is here: another padding"));
    }

    @Test
    void aLineOfOnesOwnIsFetchedFromItsServer() throws IOException {
        byte[] bytes = {1, 2, 3, 4, 5};
        try (WeightsServer server = new WeightsServer()) {
            Files.writeString(
                    folder.resolve(WeightsFolder.OWN_CATALOGUE),
                    "id\tnetwork\tfile\taddress\nmine\tresnet18\tmine.pth\t"
                            + server.serve("/mine", bytes, WeightsServer::well) + "\nwrong line\n");
            Invocation said = command("weights", "get", "mine");
            assertEquals(0, said.status(), said.err());
            assertEquals("Fetched " + folder.resolve("mine.pth") + System.lineSeparator(), said.out());
            assertTrue(said.err().contains("mine.pth, size unknown, no hash is published, licence: not stated, from "));
            assertTrue(said.err().contains("could not be checked"), said.err());
            assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("mine.pth")));
            assertTrue(command("weights", "get", "mine").out().startsWith("Is there already: "));
            Invocation listed = command("weights", "list", "resnet18");
            assertTrue(listed.err().contains("catalogue.tsv, line 3: "), listed.err());

            server.serve("/gone", bytes, WeightsServer.status(404));
            Files.writeString(
                    folder.resolve(WeightsFolder.OWN_CATALOGUE),
                    "id\tnetwork\tfile\taddress\ngone\tresnet18\tgone.pth\t" + server.address("/gone") + "\n");
            Invocation gone = command("weights", "get", "gone");
            assertEquals(2, gone.status());
            assertTrue(
                    gone.err()
                            .contains("gone.pth could not be fetched: the server does not have it, or no longer"
                                    + " (status 404); it can be fetched elsewhere from " + server.address("/gone")),
                    gone.err());
        }
    }

    @Test
    void aRunTakesThePreparationThatGoesWithTheFile() throws IOException {
        Path real = PublicData.require("data/weights/real/resnet20-12fca82f.th");
        Files.copy(real, folder.resolve("resnet20-12fca82f.th"));
        Invocation said =
                command("run", "cifar-resnet20", "--picture", "sample:ducks", "--weights", CIFAR, "--tap", "linear");
        assertEquals(0, said.status(), said.err());
        assertTrue(said.err().contains("pictures: prepared as " + CIFAR + " is published, with centre crop to 32×32"));
        assertTrue(said.out().contains("normalised: 0 to 1, minus (0.485, 0.456, 0.406)"), said.out());

        Invocation own = command(
                "run",
                "cifar-resnet20",
                "--picture",
                "sample:ducks",
                "--weights",
                folder.resolve("resnet20-12fca82f.th").toString(),
                "--tap",
                "linear",
                "--resize",
                "40",
                "--normalise",
                "0.5;0.25");
        assertEquals(0, own.status(), own.err());
        assertTrue(own.out().contains("(as of a picture whose shorter side is 40)"), own.out());
        assertTrue(
                own.out().contains("normalised: 0 to 1, minus (0.5, 0.5, 0.5), divided by (0.25, 0.25, 0.25)"),
                own.out());
    }
}
