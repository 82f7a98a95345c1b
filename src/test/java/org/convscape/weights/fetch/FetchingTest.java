package org.convscape.weights.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.testing.WeightsServer;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.PublishedFiles;
import org.convscape.weights.published.WeightsFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are fetched whole and checked, or not at all, from servers of every manner on this machine. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FetchingTest {
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(1));

    private final byte[] contents = contents(300_000);
    private final WeightsServer server = new WeightsServer();
    private final List<String> remarks = new ArrayList<>();

    @TempDir
    private Path folder;

    private static byte[] contents(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static PublishedFile published(URI address, String kind, String hash, String bytes) {
        PublishedFiles read = PublishedFiles.read(
                "test",
                List.of(
                        "id\tnetwork\tfile\taddress\thash-kind\thash\tbytes",
                        String.join("\t", "net.test", "net", "net.pth", address.toString(), kind, hash, bytes)));
        assertEquals(List.of(), read.complaints());
        return read.files().get(0);
    }

    private PublishedFile checked(URI address) {
        return published(address, "sha256", digest("SHA-256", contents), "" + contents.length);
    }

    private Path fetch(PublishedFile file) {
        return Fetching.fetch(file, new WeightsFolder(folder), SHORT, Progress.NONE, new Cancellation(), remarks::add);
    }

    private String refused(PublishedFile file) {
        String message = assertThrows(FetchFailure.class, () -> fetch(file)).getMessage();
        assertTrue(message.startsWith("net.pth could not be fetched: "), message);
        assertTrue(
                message.endsWith("; it can be fetched elsewhere from " + file.address() + " and put there as "
                        + folder.resolve("net.pth")),
                message);
        assertFalse(Files.exists(folder.resolve("net.pth")), message);
        return message.replace("net.pth could not be fetched: ", "").replaceFirst("; it can be fetched .*$", "");
    }

    private boolean partly() {
        return Files.exists(folder.resolve("net.pth.part"));
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha256-prefix", "md5", "none"})
    void aFileIsFetchedCheckedAndNothingElseIsLeft(String kind) throws IOException {
        String hash =
                switch (kind) {
                    case "md5" -> digest("MD5", contents);
                    case "none" -> "";
                    case "sha256-prefix" -> digest("SHA-256", contents).substring(0, 8);
                    default -> digest("SHA-256", contents);
                };
        PublishedFile file = published(server.serve("/a", contents, WeightsServer::well), kind, hash, "~300000");

        assertArrayEquals(contents, Files.readAllBytes(fetch(file)));
        assertEquals(List.of("net.pth"), files());
        assertEquals(kind.equals("none"), remarks.toString().contains("No hash of net.pth is published"));
        fetch(file);
        assertEquals(1, server.asked().size(), "what is there is not asked for again");
    }

    @Test
    void oneAddressSendsOnToAnother() throws IOException {
        server.serve("/there", contents, WeightsServer::well);
        URI first = server.serve("/here", contents, WeightsServer.sendOn("/there"));
        assertArrayEquals(contents, Files.readAllBytes(fetch(checked(first))));
        assertEquals(List.of("/here null", "/there null"), server.asked());
    }

    @Test
    void addressesThatLeadAstrayAreNotFollowed() {
        assertEquals(
                "the server sends from one address to the next without end",
                refused(checked(server.serve("/round", contents, WeightsServer.sendOn("/round")))));
        assertEquals(
                "the server sends on to \"http://example.org/a\", and an address that begins with https:// was expected",
                refused(checked(server.serve("/open", contents, WeightsServer.sendOn("http://example.org/a")))));
        assertEquals(
                "the server sends on to \"file:///etc/passwd\", and an address that begins with https:// was expected",
                refused(checked(server.serve("/file", contents, WeightsServer.sendOn("file:///etc/passwd")))));
        assertTrue(refused(checked(server.serve("/none", contents, WeightsServer.sendOn("ht tp://"))))
                .contains("which is no address"));
    }

    @Test
    void whatWasCutOffIsKeptAndGoneOnWith() throws IOException {
        PublishedFile file = checked(server.serve("/a", contents, (exchange, bytes) -> {
            if (exchange.getRequestHeaders().containsKey("Range")) {
                assertEquals("\"one\"", exchange.getRequestHeaders().getFirst("If-Range"));
                WeightsServer.well(exchange, bytes);
            } else {
                WeightsServer.cutAfter(100_000).answer(exchange, bytes);
            }
        }));
        String first = refused(file);
        assertTrue(first.startsWith("the connection to 127.0.0.1 was cut off"), first);
        assertTrue(first.endsWith("have come and are kept, and fetching it again goes on from there"), first);
        long kept = Files.size(folder.resolve("net.pth.part"));
        assertTrue(kept > 0 && kept <= 100_000, "" + kept);

        assertArrayEquals(contents, Files.readAllBytes(fetch(file)));
        assertEquals(List.of("/a null", "/a bytes=" + kept + "-"), server.asked());
        assertEquals(List.of("net.pth"), files());
    }

    @Test
    void aServerThatGivesNoPartsBeginsAnew() throws IOException {
        PublishedFile file = checked(server.serve("/a", contents, (exchange, bytes) -> {
            if (exchange.getRequestHeaders().containsKey("Range")) {
                WeightsServer.withoutRanges(exchange, bytes);
            } else {
                WeightsServer.cutAfter(100_000).answer(exchange, bytes);
            }
        }));
        refused(file);
        assertArrayEquals(contents, Files.readAllBytes(fetch(file)));
        assertTrue(remarks.toString().contains("fetched from the beginning"), remarks::toString);
    }

    @Test
    void aPartThatIsNoneOfThisFileIsNotGoneOnWith() throws IOException {
        Files.write(folder.resolve("net.pth.part"), new byte[5_000]);
        Files.writeString(folder.resolve("net.pth.part.from"), "https://example.org/other\n\"one\"\n");
        assertArrayEquals(
                contents, Files.readAllBytes(fetch(checked(server.serve("/a", contents, WeightsServer::well)))));
        assertEquals(List.of("/a null"), server.asked());
    }

    @Test
    void aPartThatIsWholeAlreadyIsCheckedAndTaken() throws IOException {
        PublishedFile file = checked(server.serve("/a", contents, (exchange, bytes) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + bytes.length);
            exchange.sendResponseHeaders(416, -1);
        }));
        Files.write(folder.resolve("net.pth.part"), contents);
        Files.writeString(folder.resolve("net.pth.part.from"), file.address() + "\n\"one\"\n");
        assertArrayEquals(contents, Files.readAllBytes(fetch(file)));
    }

    @Test
    void otherContentsAreThrownAway() {
        PublishedFile file = published(
                server.serve("/a", contents, WeightsServer::well), "sha256-prefix", "00000000", "" + contents.length);
        assertEquals(
                "what has come is not what was published: SHA-256 begins 00000000 was expected, and "
                        + digest("SHA-256", contents) + " was found",
                refused(file));
        assertFalse(partly());
    }

    @ParameterizedTest
    @CsvSource({
        "404,does not have it",
        "403,does not give it to everybody",
        "429,has too much to do",
        "500,has failed",
        "204,has answered with something else"
    })
    void aServerThatDoesNotGiveItIsNamedWithItsStatus(int status, String reason) {
        String said = refused(checked(server.serve("/a", contents, WeightsServer.status(status))));
        assertTrue(said.startsWith("the server " + reason) && said.endsWith("(status " + status + ")"), said);
        assertFalse(partly());
    }

    @Test
    void tooMuchIsStopped() {
        PublishedFile announced =
                published(server.serve("/a", contents, WeightsServer::well), "none", "", "" + (contents.length - 1));
        assertEquals(
                "the server announces 300,000 bytes, and 299,999 bytes were expected: this is another file",
                refused(announced));
        PublishedFile endless = published(
                server.serve("/b", contents, (exchange, bytes) -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    while (true) {
                        out.write(bytes);
                    }
                }),
                "none",
                "",
                "~1000000");
        assertEquals("it does not end after about 1.00 MB, so this is another file", refused(endless));
        assertFalse(partly());
    }

    @Test
    void tooLittleIsNoFile() {
        byte[] little = contents(1000);
        PublishedFile file = published(
                server.serve("/a", little, (exchange, bytes) -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(bytes);
                }),
                "none",
                "",
                "2000");
        assertEquals("it has 1,000 bytes, and 2,000 bytes were expected", refused(file));
        assertFalse(partly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><p>Sign in", "\n <HTML>", "version https://git-lfs.github.com/spec/v1\n"})
    void aPageOrAPointerIsNoFile(String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        String said = refused(published(server.serve("/a", bytes, WeightsServer::well), "none", "", ""));
        assertTrue(said.startsWith("the server has sent a p"), said);
        assertFalse(partly());
        said = refused(published(
                server.serve("/b", bytes, (exchange, all) -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    WeightsServer.well(exchange, all);
                }),
                "none",
                "",
                ""));
        assertTrue(said.startsWith("the server has sent a p"), said);
    }

    @Test
    void silenceEndsAndWhatHasComeIsKept() {
        String said = refused(checked(server.serve("/a", contents, WeightsServer.silentAfter(50_000))));
        assertTrue(said.startsWith("127.0.0.1 has sent nothing for 1 s; "), said);
        assertTrue(partly());
    }

    @Test
    void whoeverCancelsWaitsForNothing() throws IOException {
        PublishedFile file = checked(server.serve("/a", contents, WeightsServer.silentAfter(50_000)));
        Cancellation stop = new Cancellation();
        Progress untilHalf = (done, total, message) -> {
            assertEquals(contents.length, total);
            if (done >= 50_000) {
                stop.request();
            }
        };
        assertThrows(
                CancellationException.class,
                () -> Fetching.fetch(file, new WeightsFolder(folder), Patience.USUAL, untilHalf, stop, remarks::add));
        assertEquals(50_000, Files.size(folder.resolve("net.pth.part")));
    }

    @Test
    void withoutANetworkItIsSaidHowToDoWithout() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        assertEquals(
                "127.0.0.1 cannot be reached: there is no network, or the server does not listen",
                refused(checked(URI.create("http://127.0.0.1:" + closed + "/a"))));
        assertEquals(
                "the name nobody.invalid is not known here: there is no network, or no such server",
                refused(checked(URI.create("https://nobody.invalid/a"))));
        assertEquals(List.of(), files());
    }

    @Test
    void twoDoNotFetchTheSame() throws IOException {
        PublishedFile file = checked(server.serve("/a", contents, WeightsServer::well));
        try (PartFile other = PartFile.open(folder.resolve("net.pth"))) {
            String said = refused(file);
            assertTrue(said.contains("it is being fetched already"), said);
            assertTrue(Files.exists(other.path()));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path taken = Files.write(folder.resolve("taken"), new byte[1]);
        PublishedFile file = checked(server.serve("/a", contents, WeightsServer::well));
        String said = assertThrows(
                        FetchFailure.class,
                        () -> Fetching.fetch(
                                file, new WeightsFolder(taken), SHORT, Progress.NONE, new Cancellation(), remarks::add))
                .getMessage();
        assertTrue(said.contains(taken + " cannot be written: a file of that name is there"), said);
        assertEquals(List.of(), server.asked());
    }
}
