package org.convscape.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.block.BlockLibrary;
import org.convscape.block.BlockTemplate;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.Layout;
import org.convscape.document.Point;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.op.library.OpLibrary;
import org.convscape.testing.RandomGraphs;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentFileTest {
    private static final String SMALL =
            """
            {
              "convscape": 1,
              "title": "small",
              "notes": "",
              "settings": {},
              "nodes": [
                {"path": "picture", "operation": "input", "inputs": [],
                 "attributes": {"height": 8, "width": 8, "channels": 3}},
                {"path": "stage/conv", "operation": "conv2d", "inputs": ["picture"],
                 "attributes": {"channels": 4, "kernel": "3x3", "stride": "1", "padding": "same",
                                "dilation": "1", "groups": 1, "bias": false}}
              ],
              "groups": [
                {"path": "stage", "entries": [{"node": "stage/conv", "port": 0}], "exit": "stage/conv"}
              ],
              "layout": {"positions": {"picture": [10, 20.5]}, "collapsed": ["stage"]}
            }
            """;

    @TempDir
    Path folder;

    private static Document parse(String text) {
        return DocumentFile.parse(
                text.getBytes(StandardCharsets.UTF_8), "test", OpLibrary.standard(), BlockLibrary.standard());
    }

    private Document roundTrip(Document document) {
        Path file = folder.resolve("document.convscape");
        DocumentFile.write(document, file);
        return DocumentFile.read(file, OpLibrary.standard(), BlockLibrary.standard());
    }

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyDocumentIsReadBackEqual(long seed) {
        Graph graph = RandomGraphs.graph(seed, OpLibrary.standard().types(), 40, seed % 4 == 0);
        Map<String, Point> positions = new LinkedHashMap<>();
        graph.nodes()
                .forEach(
                        node -> positions.put(node.path(), new Point(node.path().hashCode() / 7.0, -0.0 * seed)));
        Set<GroupPath> collapsed = graph.groups().isEmpty()
                ? Set.of()
                : Set.of(graph.groups().iterator().next().path());
        Document document = new Document(
                "title " + seed + " \"\\\u0000\u2028é€😀",
                graph,
                new Layout(positions, collapsed),
                "first line\nsecond\tline",
                Map.of("seed", Long.toString(seed), "picture", "a/b c"),
                Map.of());

        assertEquals(document, parse(DocumentFile.text(document)));
    }

    @Test
    void foldedLayersAreReadBackAsTheyWere() {
        Model resnet = Catalogue.standard().require("cifar-resnet20");
        Document document = Document.of(
                "folded", resnet.build(resnet.defaultInput(), resnet.schema().defaults()));
        Document folded = new Edit.SetFolded(Set.of(), true).apply(document);

        Document read = parse(DocumentFile.text(folded));

        assertEquals(folded, read);
        assertEquals(
                document.graph(),
                new Edit.SetFolded(Set.of(), false).apply(read).graph());
    }

    static Stream<String> models() {
        return Catalogue.standard().models().stream().map(Model::id);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelIsReadBackEqual(String id) {
        Model model = Catalogue.standard().require(id);
        Document document =
                Document.of(id, model.build(model.defaultInput(), model.schema().defaults()));

        assertEquals(document, roundTrip(document));
    }

    static Stream<Arguments> blocks() {
        return BlockLibrary.standard().templates().stream()
                .flatMap(template -> LongStream.range(0, 6).mapToObj(seed -> Arguments.of(template.id(), seed)));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aBlockKeepsItsTemplateAndItsAttributes(String id, long seed) {
        BlockTemplate template = BlockLibrary.standard().find(id).orElseThrow();
        var values = RandomGraphs.values(seed, template.schema());
        Document document = Document.EMPTY;
        try {
            document = new Edit.AddBlock(new GroupPath("a block"), template, values, new Point(1, 2)).apply(document);
        } catch (org.convscape.document.EditRefused e) {
            // These values do not go together: there is no such block to write.
            return;
        }

        assertEquals(document, parse(DocumentFile.text(document)));
    }

    @Test
    void theFileIsReadableAndStable() {
        Document document = parse(SMALL);
        String text = DocumentFile.text(document);

        assertEquals(text, DocumentFile.text(parse(text)));
        assertTrue(text.startsWith("{\n  \"convscape\": 2,\n  \"title\": \"small\",\n"), text);
        assertTrue(text.contains("\"kernel\": \"3×3\""), text);
        assertTrue(text.contains("\"bias\": false"), text);
        assertTrue(text.contains("\"picture\": [ 10, 20.5 ]"), text);
        assertFalse(text.contains("\r"));
    }

    @Test
    void anUnfinishedOrCyclicGraphIsReadAndDiagnosed() {
        Document open = parse(SMALL.replace("\"inputs\": [\"picture\"]", "\"inputs\": [null]"));
        assertEquals(1, Analysis.of(open.graph()).diagnostics().size());

        Document cyclic = parse(SMALL.replace("\"inputs\": [\"picture\"]", "\"inputs\": [\"stage/conv\"]"));
        assertTrue(Analysis.of(cyclic.graph()).diagnostics().get(0).message().contains("cycle"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "operation": "conv2d"        | "operation": "conv2"      | test: nodes[1].operation: there is no operation "conv2"; the nearest are conv2d
            "kernel": "3x3"              | "kernel": "0x3"           | test: nodes[1].attributes.kernel: expected a size such as 3 or 3x3 with sides from 1 to 255, found "0x3"
            "kernel": "3x3"              | "kernel": true            | test: nodes[1].attributes.kernel: expected a size such as 3 or 3x3 with sides from 1 to 255, found true
            "channels": 4                | "channels": 0             | test: nodes[1].attributes.channels: expected a whole number from 1 to 65536, found 0
            "channels": 4                | "channels": 4.5           | test: nodes[1].attributes.channels: expected a whole number from 1 to 65536, found 4.5
            "channels": 4                | "channels": "4"           | test: nodes[1].attributes.channels: expected a whole number from 1 to 65536, found "4"
            "channels": 4                | "channels": 99999999999   | test: nodes[1].attributes.channels: expected a whole number from 1 to 65536, found 99999999999
            "padding": "same"            | "padding": "some"         | test: nodes[1].attributes.padding: expected same, valid, one margin, vertical,horizontal or top,left,bottom,right (each 0 to 255), found "some"
            "bias": false                | "bias": "no"              | test: nodes[1].attributes.bias: expected true or false, found "no"
            "path": "stage/conv"         | "path": "picture"         | test: nodes[1].path: there is already a node "picture"; paths are unique
            "path": "stage/conv"         | "path": ""                | test: nodes[1].path: expected names joined by single slashes, found ""
            "path": "stage"              | "path": "picture"         | test: groups[0].path: there is already a node "picture"; paths are unique
            "inputs": ["picture"]        | "inputs": ["pictures"]    | test: nodes[1].inputs[0]: there is no node "pictures" in this document; the nearest is picture
            "inputs": ["picture"]        | "inputs": "picture"       | test: nodes[1].inputs: expected a list in brackets, found "picture"
            "exit": "stage/conv"         | "exit": "stage/last"      | test: groups[0].exit: there is no node "stage/last" in this document; the nearest is stage/conv
            "exit": "stage/conv"         | "template": "bottle"      | test: groups[0].template: there is no block "bottle"
            "convscape": 1               | "convscape": 3            | test: convscape: this document has schema version 3, and this program reads versions up to 2; a newer Convscape will open it
            "convscape": 1,              |                           | test: this is not a Convscape document; expected an object that begins with "convscape": 2
            [10, 20.5]                   | [10]                      | test: layout.positions.picture: expected a place such as [120, 40], found [10]
            "settings": {}               | "settings": {"seed": 7}   | test: settings.seed: expected text in quotes, found 7
            "title": "small",            | "title": small,           | test, line 3, column 18: expected valid JSON, found unrecognized token 'small'
            "title": "small",            | "title": "a", "title": "b", | test, line 3, column 24: expected valid JSON, found duplicate field 'title'
            """)
    void aMistakeIsNamedWithItsPlace(String right, String wrong, String sentence) {
        assertTrue(SMALL.contains(right), right);

        FileFailure failure =
                assertThrows(FileFailure.class, () -> parse(SMALL.replace(right, wrong == null ? "" : wrong)));

        assertTrue(failure.getMessage().startsWith(sentence), failure.getMessage());
        assertFalse(failure.getMessage().contains("\n"), "one sentence");
    }

    @Test
    void aFileThatBreaksOffIsNamedWithItsPlace() {
        FileFailure failure = assertThrows(FileFailure.class, () -> parse(SMALL.substring(0, 300)));
        assertTrue(
                failure.getMessage().matches("test, line \\d+, column \\d+: the file ends in the middle.*"),
                failure.getMessage());
        assertThrows(FileFailure.class, () -> parse(SMALL + "{}"));
        assertThrows(FileFailure.class, () -> parse("   "));
        assertThrows(FileFailure.class, () -> parse("[".repeat(200_000)));
        assertThrows(FileFailure.class, () -> parse("[1, 2]"));
        assertThrows(
                FileFailure.class,
                () -> DocumentFile.parse(
                        new byte[] {'{', '"', (byte) 0xFF, (byte) 0xC0, '"'},
                        "test",
                        OpLibrary.standard(),
                        BlockLibrary.standard()));
    }

    @Test
    void missingEmptyHugeAndUnwritableFilesGetASentence() throws IOException {
        Path missing = folder.resolve("missing.convscape");
        assertEquals("There is no file " + missing, failure(missing));
        assertEquals(folder + " is a folder; a .convscape document was expected", failure(folder));
        Path empty = Files.createFile(folder.resolve("empty.convscape"));
        assertEquals(empty + " is empty; a .convscape document was expected", failure(empty));
        Path huge = folder.resolve("huge.convscape");
        Files.write(huge, new byte[33_000_000]);
        assertTrue(failure(huge).contains("too long"), failure(huge));

        FileFailure inFile = assertThrows(
                FileFailure.class, () -> DocumentFile.write(Document.EMPTY, empty.resolve("inside.convscape")));
        assertTrue(inFile.getMessage().contains("a file stands where a folder is needed"), inFile.getMessage());
        assertThrows(FileFailure.class, () -> DocumentFile.write(Document.EMPTY, folder));
    }

    @Test
    void writingReplacesTheOldFileAsAWholeAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("new").resolve("a.convscape");
        DocumentFile.write(Document.EMPTY, file);
        DocumentFile.write(parse(SMALL), file);

        assertEquals(parse(SMALL), DocumentFile.read(file, OpLibrary.standard(), BlockLibrary.standard()));
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertEquals(List.of(file), beside.toList());
        }
    }

    private String failure(Path file) {
        return assertThrows(
                        FileFailure.class, () -> DocumentFile.read(file, OpLibrary.standard(), BlockLibrary.standard()))
                .getMessage();
    }
}
