package org.convscape.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convscape.attribute.Size;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.Extras;
import org.convscape.document.Provenance;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.OpLibrary;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of other versions: the first ten were written by the program before nodes had origins, the other ten are such
 * files with something taken out or put in by hand.
 */
class DocumentVersionsTest {

    private static Path folder() {
        try {
            return Path.of(DocumentVersionsTest.class
                    .getResource("/org/convscape/documents")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadDocument open(String name) {
        return DocumentFile.open(folder().resolve(name), OpLibrary.standard(), BlockLibrary.standard());
    }

    private static ReadDocument parse(String text) {
        return DocumentFile.parseNoted(
                text.getBytes(StandardCharsets.UTF_8), "test", OpLibrary.standard(), BlockLibrary.standard());
    }

    @ParameterizedTest
    @MethodSource("names")
    void anOldDocumentOpensAndASaveLosesNothing(String name) throws IOException {
        Document read = open(name).document();
        assertTrue(read.graph().nodes().stream().allMatch(node -> node.origin().equals(node.path())));

        String saved = DocumentFile.text(read);
        assertEquals(read, parse(saved).document());
        assertTrue(saved.startsWith("{\n  \"convscape\": 2,"), saved);
        JsonNode before = Json.parse(Files.readAllBytes(folder().resolve(name)), name);
        JsonNode after = Json.parse(saved.getBytes(StandardCharsets.UTF_8), name);
        ((ObjectNode) before).put("convscape", 2);
        assertContains(after, before, name);
    }

    /** Asserts that everything which one value has another has too. */
    private static void assertContains(JsonNode whole, JsonNode part, String place) {
        if (part.isObject()) {
            part.fields()
                    .forEachRemaining(field ->
                            assertContains(whole.path(field.getKey()), field.getValue(), place + "." + field.getKey()));
        } else if (part.isArray()) {
            assertEquals(part.size(), whole.size(), place);
            for (int i = 0; i < part.size(); i++) {
                assertContains(whole.get(i), part.get(i), place + "[" + i + "]");
            }
        } else {
            assertEquals(part.asText(), whole.asText(), place);
        }
    }

    @Test
    void thereAreTwentyAndTheFirstTenHaveNothingToSay() {
        assertEquals(20, names().size());
        names().stream()
                .limit(10)
                .forEach(name -> assertEquals(List.of(), open(name).notes(), name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            11-convolutions-lack-dilation | The file does not say "dilation" of conv2d; its default 1×1 is taken ("module/1x1", "module/3x3_reduce", "module/3x3" and 3 more)
            12-a-layer-without-attributes | The file does not say "channels" of conv2d; its default 64 is taken ("alone")
            13-batch-norms-lack-epsilon   | The file does not say "epsilon" of batch-norm; its default 1.0E-5 is taken ("bn1", "layer1/0/bn1", "layer1/0/bn2" and 16 more)
            14-unknown-attribute          | The attribute "deformable" of conv2d is not known to this version; it is kept and does nothing ("alone")
            15-unknown-field              | The field "author" is not known to this version; it is kept and does nothing
            16-unknown-fields-of-a-layer-a-group-and-a-port | The field "colour" is not known to this version; it is kept and does nothing ("module/1x1")
            16-unknown-fields-of-a-layer-a-group-and-a-port | The field "caption" is not known to this version; it is kept and does nothing ("module")
            16-unknown-fields-of-a-layer-a-group-and-a-port | The field "side" is not known to this version; it is kept and does nothing ("module/1x1")
            17-layout-of-another-version  | The field "zoom" is not known to this version; it is kept and does nothing
            17-layout-of-another-version  | The file has no "collapsed" where one is usual; its default is taken
            18-nothing-but-layers         | The file has no "layout" where one is usual; its default is taken
            19-a-block-of-another-version | The attribute "gate" of inception-v1 is not known to this version; it is kept and does nothing ("module")
            19-a-block-of-another-version | The file does not say "largeKernel" of inception-v1; its default 5 is taken ("module")
            20-a-fold-of-another-version  | The field "why" is not known to this version; it is kept and does nothing ("layer1/0/conv1")
            20-a-fold-of-another-version  | The attribute "sparsity" of conv2d is not known to this version; it is kept and does nothing ("layer1/0/conv1")
            """)
    void whatIsAbsentOrUnknownIsSaidOnce(String name, String sentence) {
        List<String> notes = open(name + ".convscape").notes();

        assertEquals(1, notes.stream().filter(sentence::equals).count(), notes::toString);
    }

    @Test
    void whatIsNotKnownFollowsItsLayerThroughEdits() {
        Document read = open("16-unknown-fields-of-a-layer-a-group-and-a-port.convscape")
                .document();
        Document renamed = new Edit.Rename("module", "first").apply(read);
        assertEquals(Map.of("colour", "\"#ff8800\""), renamed.extras().at(Extras.Kind.PART, "first/1x1"));
        assertEquals(Map.of("caption", "\"figure 2b\""), renamed.extras().at(Extras.Kind.PART, "first"));

        Document without = new Edit.Delete(Set.of("first/1x1")).apply(renamed);
        assertEquals(Map.of(), without.extras().at(Extras.Kind.PART, "first/1x1"));
        assertEquals(1, without.extras().at(Extras.Kind.PART, "first").size());
    }

    @Test
    void whereADocumentComesFromIsKeptAlsoWhenThisVersionHasNoSuchNetwork() {
        Provenance provenance = new Provenance("capsule-net", Shape.maps(28, 28, 1), Map.of("routing", "3"), "9.1");
        Document document = Document.EMPTY.from(provenance).titled("mine").noted("read");

        Document read = parse(DocumentFile.text(document)).document();
        assertEquals(provenance, read.provenance().orElseThrow());
        assertEquals(document, read);
    }

    @Test
    void aLongNameIsShortenedWhereItIsSaidAndKeptWhole() {
        String name = "x".repeat(10_000);
        ReadDocument read =
                parse(DocumentFile.text(Document.EMPTY).replace("\"notes\": ", "\"" + name + "\": 1, \"notes\": "));
        assertTrue(read.notes().get(0).length() < 300, read.notes()::toString);
        assertTrue(DocumentFile.text(read.document()).contains(name));
    }

    @Test
    void aWrongPlaceOfOriginIsNamed() {
        String text =
                DocumentFile.text(Document.EMPTY.from(new Provenance("resnet18", Shape.maps(8, 8, 3), Map.of(), "")));
        FileFailure failure = assertThrows(FileFailure.class, () -> parse(text.replace("8×8×3", "large")));
        assertEquals(
                "test: network.input: expected a shape such as 224x224x3 in quotes, found \"large\"",
                failure.getMessage());
    }

    @Test
    void twoLayersOfOneOriginAreRefused() {
        String text = DocumentFile.text(open("10-open-ports.convscape").document())
                .replace("\"path\": \"alone\",", "\"path\": \"alone\", \"origin\": \"sum\",");
        FileFailure failure = assertThrows(FileFailure.class, () -> parse(text));
        assertTrue(failure.getMessage().contains("has the origin \"sum\" too"), failure.getMessage());
    }

    @Test
    void stepsAreTakenFromTheVersionOfTheFileOn() {
        Migrations migrations = new Migrations(List.of(
                root -> root.put("steps", root.path("steps").asText() + "a"),
                root -> root.put("steps", root.path("steps").asText() + "b"),
                Migrations.meant("conv2d", "dilation", "2")));

        assertEquals(
                "ab", brought(migrations, "{\"convscape\": 1}").path("steps").asText());
        assertEquals(
                "b", brought(migrations, "{\"convscape\": 2}").path("steps").asText());
        assertEquals("", brought(migrations, "{\"convscape\": 4}").path("steps").asText());
        JsonNode filled = brought(
                migrations,
                "{\"convscape\": 3, \"nodes\": [{\"operation\": \"conv2d\", \"attributes\": {}},"
                        + " {\"operation\": \"conv2d\", \"attributes\": {\"dilation\": \"3\"}},"
                        + " {\"operation\": \"add\", \"attributes\": {}}]}");
        assertEquals("2", filled.at("/nodes/0/attributes/dilation").asText());
        assertEquals("3", filled.at("/nodes/1/attributes/dilation").asText());
        assertTrue(filled.at("/nodes/2/attributes/dilation").isMissingNode());
        assertThrows(FileFailure.class, () -> brought(migrations, "{\"convscape\": 5}"));
    }

    private static JsonNode brought(Migrations migrations, String text) {
        JsonNode tree = Json.parse(text.getBytes(StandardCharsets.UTF_8), "test");
        return migrations.brought(JsonPlace.root("test", tree)).node();
    }

    @Test
    void theTableLeadsToTheVersionThatIsWritten() {
        assertEquals(DocumentFile.SCHEMA_VERSION, Migrations.STANDARD.newest());
    }

    @Test
    void aDefaultIsTheOneOfTheOperation() {
        Document read = open("11-convolutions-lack-dilation.convscape").document();
        Conv2d convolution = (Conv2d) read.graph().node("module/3x3").operation();
        assertEquals(Size.square(1), convolution.dilation());
        assertEquals(128, convolution.channels());
    }
}
