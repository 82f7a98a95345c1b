package org.convscape.io;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convscape.block.BlockLibrary;
import org.convscape.block.BlockTemplate;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.EditRefused;
import org.convscape.graph.Group;
import org.convscape.graph.Node;
import org.convscape.op.library.OpLibrary;
import org.convscape.testing.RandomGraphs;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file may say is checked on reading, each with its place; what is left works everywhere. */
class DocumentChecksTest {
    private static final String SOUND =
            """
            {
              "convscape": 1, "title": "small", "notes": "", "settings": {},
              "nodes": [
                {"path": "in", "operation": "input", "inputs": [],
                 "attributes": {"height": 8, "width": 8, "channels": 3}},
                {"path": "g/a", "operation": "relu", "inputs": ["in"], "attributes": {}},
                {"path": "b", "operation": "dense", "inputs": ["g/a"], "attributes": {"units": 4, "bias": true}}
              ],
              "groups": [{"path": "g", "entries": [{"node": "g/a", "port": 0}], "exit": "g/a"}],
              "folds": [
                {"linear": {"path": "b", "operation": "dense", "inputs": ["g/a"], "attributes": {"units": 4, "bias": false}},
                 "scalings": [
                  {"path": "bn", "operation": "batch-norm", "inputs": ["b"], "attributes": {"epsilon": 0.001, "scale": true}}
                 ]}
              ],
              "layout": {"positions": {"in": [10, 20]}, "collapsed": []}
            }
            """;

    private static Document parse(String text) {
        return DocumentFile.parse(
                text.getBytes(StandardCharsets.UTF_8), "test", OpLibrary.standard(), BlockLibrary.standard());
    }

    @Test
    void aSoundDocumentIsReadAndTakenApart() {
        Document read = parse(SOUND);

        Document apart = new Edit.SetFolded(Set.of(), false).apply(read);

        assertTrue(apart.graph().find("bn").isPresent());
        assertEquals(read, parse(DocumentFile.text(read)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "port": 0               | "port": 9                | test: groups[0].entries[0].port: node "g/a" has 1 input, counted from 0; found 9
            "node": "g/a"           | "node": "in"             | test: groups[0].entries[0].node: expected a node of the group "g", found "in"
            "exit": "g/a"           | "exit": "b"              | test: groups[0].exit: expected a node of the group "g", found "b"
            "path": "g",            | "path": "h",             | test: groups[0]: a group holds at least one node, and no node's path begins with "h/"
            "path": "b", "operation": "dense", "inputs": ["g/a"], "attributes": {"units": 4, "bias": true} | "path": "\\ud800", "operation": "relu", "inputs": ["g/a"], "attributes": {} | test: nodes[2].path: expected text that is Unicode, found half a surrogate pair alone in "\\ud800"
            "title": "small"        | "title": "x\\udfffy"     | test: title: expected text that is Unicode, found half a surrogate pair alone in "x\\udfffy"
            "settings": {}          | "settings": {"\\ud801": "1"} | test: settings: expected text that is Unicode, found half a surrogate pair alone in "\\ud801"
            "notes": ""             | "notes": "\\ude00\\ud83d" | test: notes: expected text that is Unicode, found half a surrogate pair alone in "\\ude00\\ud83d"
            "path": "g",            | "path": "g\\n",          | test: groups[0].path: expected a name without line breaks and other control characters, found "g\\u000a"
            "path": "bn"            | "path": "b\\u202en"      | test: folds[0].scalings[0].path: expected a name without line breaks and other control characters, found "b\\u202en"
            "path": "bn"            | "path": "in"             | test: folds[0].scalings[0].path: there is already a node "in"; paths are unique
            "operation": "batch-norm", "inputs": ["b"], "attributes": {"epsilon": 0.001, "scale": true} | "operation": "relu", "inputs": ["b"], "attributes": {} | test: folds[0].scalings[0].operation: expected a scaling of channels, such as batch-norm, found "relu"
            {"linear": {"path": "b", "operation": "dense", "inputs": ["g/a"], "attributes": {"units": 4, "bias": false}} | {"linear": {"path": "b", "operation": "relu", "inputs": ["g/a"], "attributes": {}} | test: folds[0].linear.operation: expected a layer that takes in a scaling, such as conv2d, found "relu"
            [10, 20]                | [10, -1e300]             | test: layout.positions.in: expected a place within a thousand million units of the middle, found [10,-1.0E300]
            """)
    void whatCannotBeIsNamedWithItsPlace(String right, String wrong, String sentence) {
        assertTrue(SOUND.contains(right), right);

        FileFailure failure = assertThrows(FileFailure.class, () -> parse(SOUND.replace(right, wrong)));

        assertEquals(sentence, failure.getMessage());
    }

    @Test
    void aFoldOfNothingIsRefused() {
        int begin = SOUND.indexOf("{\"path\": \"bn\"");
        String text = SOUND.substring(0, begin) + SOUND.substring(SOUND.indexOf("}}", begin) + 2);

        FileFailure failure = assertThrows(FileFailure.class, () -> parse(text));

        assertTrue(
                failure.getMessage().startsWith("test: folds[0].scalings: expected at least one"), failure::getMessage);
    }

    @Test
    void pairsOfSurrogatesAndEveryLanguageAreNames() {
        for (String name : new String[] {"\uD83D\uDE00", "réseau 1×1", "畳み込み", "a b"}) {
            Document read = parse(SOUND.replace("\"path\": \"bn\"", "\"path\": \"" + name + "\""));
            assertEquals(read, assertDoesNotThrow(() -> parse(DocumentFile.text(read))));
        }
    }

    /** A sentence stays one that can be read, and is said at once. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void aLongNameIsShortenedInTheSentence(int letters) {
        String name = "x".repeat(letters);
        for (String[] change : new String[][] {
            {"\"operation\": \"relu\"", "\"operation\": \"" + name + "\""},
            {"\"inputs\": [\"in\"]", "\"inputs\": [\"" + name + "\"]"},
            {"\"exit\": \"g/a\"", "\"exit\": \"" + name + "\""},
            {"\"exit\": \"g/a\"", "\"template\": \"" + name + "\""},
        }) {
            FileFailure failure = assertThrows(FileFailure.class, () -> parse(SOUND.replace(change[0], change[1])));
            assertTrue(failure.getMessage().length() < 300, failure.getMessage());
            assertFalse(failure.getMessage().contains("the nearest"), failure.getMessage());
        }
    }

    @Test
    void anEditGivesNoNameThatAFileWouldRefuse() {
        Document document = parse(SOUND);
        for (String name : new String[] {"a\nb", "\uD800", "a\u202Eb", "a\u0000"}) {
            EditRefused refused =
                    assertThrows(EditRefused.class, () -> new Edit.Rename("in", name).apply(document), name);
            assertTrue(refused.getMessage().startsWith("Expected "), refused.getMessage());
        }
    }

    static Stream<Arguments> edited() {
        return Stream.of("cifar-resnet20", "googlenet", "inception-v3", "mobilenet-v2")
                .flatMap(id -> IntStream.range(0, 6).mapToObj(seed -> Arguments.of(id, seed)));
    }

    /**
     * Whatever a person does to a network, the file of it is read again: nothing is refused that the program itself
     * wrote.
     */
    @ParameterizedTest
    @MethodSource("edited")
    void whatWasEditedIsReadBackEqual(String id, int seed) {
        Model model = Catalogue.standard().require(id);
        Document document =
                Document.of(id, model.build(model.defaultInput(), model.schema().defaults()));
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            try {
                document = edit(document, random).apply(document);
            } catch (EditRefused e) {
                continue; // the next one may be possible
            }
            assertEquals(document, parse(DocumentFile.text(document)));
        }
    }

    private static Edit edit(Document document, Random random) {
        List<Node> nodes = document.graph().nodes();
        Node node = nodes.get(random.nextInt(nodes.size()));
        List<Group> groups = List.copyOf(document.graph().groups());
        Group group = groups.isEmpty() ? null : groups.get(random.nextInt(groups.size()));
        switch (random.nextInt(6)) {
            case 0:
                return new Edit.SetFolded(Set.of(), random.nextBoolean());
            case 1:
                return new Edit.Delete(Set.of(node.path()));
            case 2:
                return new Edit.Disconnect(Set.copyOf(document.graph().outgoing(node.path())));
            case 3:
                return new Edit.Rename(
                        group == null ? node.path() : group.path().text(), "renamed " + random.nextInt(9));
            case 4:
                BlockTemplate template = group == null
                        ? null
                        : BlockLibrary.standard().find(group.template()).orElse(null);
                return template == null
                        ? new Edit.SetFolded(Set.of(node.path()), true)
                        : new Edit.SetBlock(
                                group.path(),
                                template,
                                RandomGraphs.values(random.nextInt(), template.schema()),
                                "everything");
            default:
                return group == null
                        ? new Edit.Delete(Set.of(node.path()))
                        : new Edit.Delete(Set.of(group.path().text()));
        }
    }
}
