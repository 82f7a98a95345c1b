package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.execution.Exports;
import org.convscape.execution.RunSettings;
import org.convscape.image.Fit;
import org.convscape.image.InputPreparation;
import org.convscape.image.Normalisation;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.testing.ScreenSize;
import org.convscape.testing.WeightsServer;
import org.convscape.viewmodel.published.PublishedModel.Row;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.published.WeightsFolder;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The robot chooses published weights, fetches them from a server on this machine, cancels, goes on and uses them. */
class PublishedInTheWindowTest extends StudioTest {
    private static final String NETWORK = "cifar-resnet20";

    private final WeightsServer server = new WeightsServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private byte[] weights() throws IOException {
        Network network = NetworkLibrary.standard().find(NETWORK).orElseThrow();
        Document document = BuiltNetwork.document(
                network, network.defaultInput(), network.schema().defaults());
        Path file = folder.resolve("made.onnx");
        OnnxFile.write(
                Exports.onnx(document, Analysis.of(document.graph()), false, new SeededWeights(7), "seed 7"),
                file,
                Progress.NONE,
                new Cancellation());
        return Files.readAllBytes(file);
    }

    private static String line(String name, String lacking, URI address, String bytes) {
        return NETWORK + "." + name + "\t" + NETWORK + "\t" + lacking + "\t" + name + ".bin\t" + address + "\t" + bytes
                + "\tMIT\t40\t32\t0.5\t0.5\t91.50\tcifar-10\tour own training\n";
    }

    private void catalogue(URI address, String bytes) throws IOException {
        Files.writeString(
                folder.resolve(WeightsFolder.OWN_CATALOGUE),
                "id\tnetwork\tlacking\tfile\taddress\tbytes\tlicence\tresize\tcrop\tmean\tstd\ttop1\tlabels\tsource\n"
                        + line("mine", "", address, bytes)
                        + line("other", "another padding and another epsilon", address, bytes));
        interact(() -> window.studio.weightsFolderProperty().set(new WeightsFolder(folder)));
    }

    private String words(String id) {
        AtomicReference<String> text = new AtomicReference<>("");
        interact(() -> text.set(((Labeled) lookup(id).query()).getText()));
        return text.get();
    }

    private TableView<Row> table() {
        return lookup("#published-list").queryTableView();
    }

    private void choose(Predicate<Row> wanted) {
        await("the list", () -> {
            AtomicReference<Boolean> there = new AtomicReference<>();
            interact(() -> there.set(table().getItems().stream().anyMatch(wanted)));
            return there.get();
        });
        interact(() -> table().getItems().stream()
                .filter(wanted)
                .findFirst()
                .ifPresent(row -> table().getSelectionModel().select(row)));
        settle();
    }

    private static boolean mine(Row row) {
        return row.file().id().equals(NETWORK + ".mine");
    }

    @Test
    void weightsAreFetchedOnAClickUsedAndTakenBack() throws IOException {
        byte[] bytes = weights();
        showQuiet(ScreenSize.LAPTOP);
        catalogue(server.serve("/mine", bytes, WeightsServer::well), "" + bytes.length);
        openNetwork(NETWORK);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        choose(PublishedInTheWindowTest::mine);
        assertTrue(seen("#published-fetch"));
        assertFalse(seen("#published-use"));
        assertTrue(words("#published-fetch").startsWith("Fetch 1."), words("#published-fetch"));
        assertEquals(0, server.asked().size(), "looking asks no server");
        screenshotInBothThemes("published");

        clickOn("#published-fetch");
        await("the file", () -> Files.exists(folder.resolve("mine.bin")));
        await("the button", () -> seen("#published-use"));
        assertEquals(1, server.asked().size());
        screenshotInBothThemes("published-here");

        clickOn("#published-use");
        await("the weights", () -> current().weights().words().startsWith("mine.bin ("));
        assertFalse(seen("#published"));
        assertEquals(
                new InputPreparation(Fit.CROP, 40, Normalisation.SIGNED),
                RunSettings.of(current().workspace().document()).preparation());
        push(KeyCode.CONTROL, KeyCode.Z);
        await("the drawn weights", () -> current().weights().words().startsWith("drawn"));
        assertEquals(
                InputPreparation.STANDARD,
                RunSettings.of(current().workspace().document()).preparation());
    }

    @Test
    void whatIsCancelledIsGoneOnWithAndClosingStopsNothing() throws IOException {
        byte[] bytes = weights();
        showQuiet(ScreenSize.LAPTOP);
        catalogue(
                server.serve("/mine", bytes, (exchange, file) -> {
                    if (exchange.getRequestHeaders().containsKey("Range")) {
                        WeightsServer.well(exchange, file);
                    } else {
                        WeightsServer.silentAfter(400_000).answer(exchange, file);
                    }
                }),
                "" + bytes.length);
        openNetwork(NETWORK);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        choose(PublishedInTheWindowTest::mine);
        clickOn("#published-fetch");
        await("some of it", () -> words("#published-message").contains("400 kB of"));
        screenshotInBothThemes("published-fetching");
        push(KeyCode.ESCAPE);
        assertEquals(1, window.studio.activities().running().size(), "it goes on");
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        choose(PublishedInTheWindowTest::mine);
        clickOn("#published-cancel");
        await("the end", () -> seen("#published-fetch"));
        assertTrue(words("#published-message").startsWith("Cancelled; what has come of mine.bin is kept"));
        clickOn("#published-fetch");
        await("the file", () -> seen("#published-use"));
        assertEquals("/mine bytes=400000-", server.asked().get(1));
    }

    @Test
    void withoutANetworkAddressAndFolderAreNamed() throws IOException {
        showQuiet(ScreenSize.LAPTOP);
        catalogue(server.serve("/mine", new byte[9], WeightsServer.status(404)), "9");
        openNetwork(NETWORK);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        choose(PublishedInTheWindowTest::mine);
        clickOn("#published-fetch");
        await("the reason", () -> seen("#published-problem"));
        AtomicReference<String> said = new AtomicReference<>();
        interact(() -> said.set(((Label) lookup("#published-problem").query()).getText()));
        assertTrue(said.get().contains("(status 404)"), said::get);
        assertTrue(said.get().contains(server.address("/mine").toString()), said::get);
        assertTrue(said.get().endsWith("put there as " + folder.resolve("mine.bin")), said::get);
        screenshotInBothThemes("published-problem");
        clickOn("All");
        choose(row -> row.file().id().equals(NETWORK + ".other"));
        screenshotInBothThemes("published-all");
    }
}
