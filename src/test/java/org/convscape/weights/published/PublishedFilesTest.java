package org.convscape.weights.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscape.image.InputPreparation;
import org.convscape.image.Normalisation;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue is read as a whole, every wrong line of one's own is named, and files are known again. */
class PublishedFilesTest {
    @TempDir
    private Path folder;

    @Test
    void everyLineOfTheCatalogueIsRead() {
        PublishedFiles all = PublishedFiles.standard();
        assertEquals(List.of(), all.complaints());
        assertEquals(91, all.files().size());
        NetworkLibrary networks = NetworkLibrary.standard();
        Set<String> names = new HashSet<>();
        for (PublishedFile file : all.files()) {
            String id = file.id();
            assertTrue(
                    networks.find(file.network()).isPresent() || !file.lacking().isEmpty(), id);
            assertTrue(id.startsWith(file.network() + "."), id);
            assertEquals("https", file.address().getScheme(), id);
            assertFalse(file.licence().isEmpty(), id);
            assertFalse(file.source().isEmpty(), id);
            assertTrue(names.add(file.file().toLowerCase(Locale.ROOT)), id);
            // Digits in a name are those of the hash.
            if (file.hash().kind() == FileHash.Kind.SHA256_PREFIX) {
                assertTrue(file.file().contains("-" + file.hash().digits() + "."), id);
            }
            for (String setting :
                    file.settings().isEmpty() ? new String[0] : file.settings().split(" ")) {
                String[] both = setting.split("=");
                networks.find(file.network()).orElseThrow().schema().defaults().with(both[0], both[1]);
            }
            InputPreparation pictures = file.pictures().preparation(Shape.maps(224, 224, 3));
            assertTrue(pictures.resize() == 0 || pictures.resize() >= 224, id);
        }
        long unsaid = all.files().stream().filter(file -> !file.hash().known()).count();
        assertEquals(31, unsaid, "timm's safetensors files, and those of Keras' MobileNets");
    }

    @Test
    void preparationsAreThoseThatTheFilesWereTrainedWith() {
        PublishedFiles all = PublishedFiles.standard();
        Map<String, Normalisation> expected = Map.of(
                "resnet50.torchvision-v1", Normalisation.IMAGENET,
                "googlenet.torchvision-v1", Normalisation.SIGNED,
                "inception-v3.torchvision-v1", Normalisation.SIGNED,
                "inception-v3.timm-gluon", Normalisation.IMAGENET,
                "vgg16.keras", Normalisation.CAFFE,
                "keras-resnet50v2.keras", Normalisation.SIGNED,
                "xception.keras", Normalisation.SIGNED,
                "cifar-resnet20.akamaster", Normalisation.IMAGENET,
                "googlenet-paper.onnx-12", Normalisation.CAFFE,
                "inception-v2.cadene", Normalisation.of("104,117,128;1;255;bgr"));
        expected.forEach((id, normalisation) -> assertEquals(
                normalisation, all.find(id).orElseThrow().pictures().normalisation(), id));
        PublishedFile.Pictures second =
                all.find("resnet50.torchvision-v2").orElseThrow().pictures();
        assertEquals(232, second.preparation(Shape.maps(224, 224, 3)).resize());
        assertEquals(464, second.preparation(Shape.maps(448, 448, 3)).resize());
        assertEquals(
                InputPreparation.STANDARD,
                all.find("cifar-resnet20.akamaster").orElseThrow().pictures().preparation(Shape.maps(32, 32, 3)));
        assertEquals("shorter side 232, centre 224×224 (bilinear); " + Normalisation.IMAGENET.help(), second.words());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A b|resnet18|a.pth|https://x.org/a|||id: expected small letters, digits, dots and hyphens, found \"A b\"",
                "b|resnet18|../a.pth|https://x.org/a|||file: expected the name of a file without folders, found \"../a.pth\"",
                "b|resnet18|a.part|https://x.org/a|||file: expected a name that no other line has, not ending in .part",
                "b|resnet18|a.pth|http://x.org/a|||address: expected an address that begins with https://, found",
                "b|resnet18|a.pth|file:///etc/passwd|||address: expected an address that begins with https://, found",
                "b|resnet18|a.pth|https://x.org/a|md5|12|hash: expected 32 hexadecimal digits in small letters for md5",
                "b|resnet18|a.pth|https://x.org/a|crc|12|hash-kind: expected sha256, sha256-prefix, md5 or none, found \"crc\"",
                "b|resnet18|a.pth|https://x.org/a||12|hash: expected 0 hexadecimal digits in small letters for none"
            })
    void whatCannotBeReadIsNamedByItsLine(
            String id, String network, String file, String address, String kind, String hash, String complaint) {
        PublishedFiles read = PublishedFiles.read(
                "own.tsv",
                List.of(
                        "# mine",
                        "id\tnetwork\tfile\taddress\thash-kind\thash",
                        String.join(
                                "\t",
                                id,
                                network,
                                file,
                                address,
                                Optional.ofNullable(kind).orElse(""),
                                Optional.ofNullable(hash).orElse("")),
                        "good\tresnet18\tgood.pth\thttp://127.0.0.1:8000/good.pth\t\t"));
        assertEquals(
                List.of("good"), read.files().stream().map(PublishedFile::id).toList());
        assertEquals(1, read.complaints().size());
        assertTrue(read.complaints().get(0).startsWith("own.tsv, line 3: " + complaint), read.complaints()::toString);
    }

    @Test
    void aTableWithoutTheNeededColumnsIsNone() {
        PublishedFiles read = PublishedFiles.read("own.tsv", List.of("name\taddress", "a\tb"));
        assertEquals(List.of(), read.files());
        assertEquals(
                "own.tsv, line 1: the columns: expected tabulators between id, network, file, address,"
                        + " found \"name, address\"",
                read.complaints().get(0));
        assertEquals(
                "own.tsv, line 2: the line: expected 4 cells, found \"1 cells\"",
                PublishedFiles.read("own.tsv", List.of("id\tnetwork\tfile\taddress", "a"))
                        .complaints()
                        .get(0));
    }

    @Test
    void aFileIsKnownAgainByItsContents() throws IOException {
        byte[] contents = "weights".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("a.pth"), contents);
        String sha = new FileHash(FileHash.Kind.SHA256, "").digitsOf(file, Progress.NONE, new Cancellation());
        PublishedFiles catalogue = PublishedFiles.read(
                "own.tsv",
                List.of(
                        "id\tnetwork\tfile\taddress\thash-kind\thash\tbytes",
                        "other\tresnet18\tother.pth\thttps://x.org/other.pth\tsha256-prefix\t00000000\t7",
                        "mine\tresnet18\tb.pth\thttps://x.org/b.pth\tsha256-prefix\t" + sha.substring(0, 8) + "\t~7",
                        "bare\tresnet18\tbare.pth\thttps://x.org/bare.pth\tnone\t\t"));
        assertEquals("mine", catalogue.recognise(file).orElseThrow().id(), "whatever it is called");
        assertEquals(
                "bare",
                catalogue
                        .recognise(Files.write(folder.resolve("bare.pth"), new byte[9]))
                        .orElseThrow()
                        .id());
        assertTrue(catalogue
                .recognise(Files.write(folder.resolve("b.pth"), new byte[9]))
                .isEmpty());
        assertTrue(catalogue.recognise(folder.resolve("gone.pth")).isEmpty());
    }

    @Test
    void aCatalogueOfOnesOwnGoesBeforeTheBuiltInOne() throws IOException {
        WeightsFolder own = new WeightsFolder(folder);
        assertEquals(PublishedFiles.standard(), own.catalogue());
        Files.writeString(
                folder.resolve(WeightsFolder.OWN_CATALOGUE),
                "id\tnetwork\tfile\taddress\nresnet50.torchvision-v1\tresnet50\tr.pth\thttp://localhost/r.pth\nwrong\n");
        PublishedFile mine = own.catalogue().find("resnet50.torchvision-v1").orElseThrow();
        assertEquals(URI.create("http://localhost/r.pth"), mine.address());
        assertEquals(91, own.catalogue().files().size());
        assertEquals(1, own.catalogue().complaints().size());
        assertFalse(own.has(mine));
        assertTrue(own.byHand(mine).endsWith(" and put there as " + folder.resolve("r.pth")));
    }

    @Test
    void theFolderIsTheOneThatIsNamed() {
        assertEquals(
                Path.of("/data/nets"),
                WeightsFolder.usual(Map.of(WeightsFolder.VARIABLE, "/data/nets"), "/home/me")
                        .path());
        assertEquals(
                Path.of("/home/me/convscape-weights"),
                WeightsFolder.usual(Map.of(), "/home/me").path());
    }

    @Test
    void fromElsewhereNoWayLeadsToThisMachine() {
        URI elsewhere = URI.create("https://x.org/a");
        URI here = URI.create("http://127.0.0.1:8000/a");
        assertTrue(Addresses.maySendOn(elsewhere, URI.create("https://y.org/b")));
        assertTrue(Addresses.maySendOn(here, URI.create("http://localhost:1/b")));
        assertFalse(Addresses.maySendOn(elsewhere, here));
        assertFalse(Addresses.maySendOn(elsewhere, URI.create("http://y.org/b")));
        assertFalse(Addresses.allowed(URI.create("https://me:secret@y.org/b")));
    }
}
