package org.convscape.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.attribute.Padding;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

/** A node keeps where it was made, whatever becomes of its name, and no two nodes were made in the same place. */
class OriginsTest {
    private static final ToyBlock TOY = new ToyBlock();
    private static final Conv2d CONVOLUTION = Conv2d.of(4, 3, 1, Padding.SAME, false);

    private final History history = new History(chain());

    private static Document chain() {
        return new Edit.Together(
                        "a chain",
                        List.of(
                                new Edit.AddNode("picture", Input.of(Shape.maps(8, 8, 4)), null),
                                new Edit.AddNode("conv", CONVOLUTION, null),
                                new Edit.AddNode("bn", BatchNorm.TYPE.create(), null),
                                new Edit.Connect("picture", "conv", 0),
                                new Edit.Connect("conv", "bn", 0),
                                block("block")))
                .apply(Document.EMPTY);
    }

    private static Edit block(String path) {
        return new Edit.AddBlock(new GroupPath(path), TOY, TOY.schema().defaults(), null);
    }

    private String originOf(String path) {
        return history.present().graph().node(path).origin();
    }

    private void assertAllDiffer() {
        List<String> origins =
                history.present().graph().nodes().stream().map(Node::origin).toList();
        assertEquals(origins.size(), new HashSet<>(origins).size(), origins::toString);
    }

    @Test
    void aRenamedLayerIsTheOneItWasAlsoInARenamedBlockAndAfterUndo() {
        history.apply(new Edit.Rename("conv", "shortcut"));
        history.apply(new Edit.Rename("block", "module"));
        history.apply(new Edit.Rename("module/conv1", "first"));

        assertEquals("conv", originOf("shortcut"));
        assertEquals("block/conv1", originOf("module/first"));
        history.undo();
        history.undo();
        assertEquals("block/conv1", originOf("block/conv1"));
        history.redo();
        assertEquals("block/conv1", originOf("module/conv1"));
    }

    @Test
    void everyOtherEditLeavesTheOriginToo() {
        history.apply(new Edit.Rename("conv", "shortcut"));
        history.apply(new Edit.SetOperation("shortcut", Conv2d.of(8, 1, 1, Padding.SAME, true), "kernel"));
        history.apply(new Edit.Disconnect(Set.copyOf(history.present().graph().outgoing("picture"))));
        history.apply(new Edit.Connect("picture", "shortcut", 0));
        history.apply(new Edit.Delete(Set.of("picture")));

        assertEquals("conv", originOf("shortcut"));
    }

    @Test
    void aNewLayerOfAnOldNameIsAnotherOne() {
        history.apply(new Edit.Rename("conv", "shortcut"));
        history.apply(new Edit.AddNode("conv", CONVOLUTION, null));
        history.apply(new Edit.Rename("block", "module"));
        history.apply(block("block"));

        assertEquals("conv#2", originOf("conv"));
        assertEquals("block/conv1#2", originOf("block/conv1"));
        assertAllDiffer();
    }

    @Test
    void twoLayersThatChangeTheirNamesKeepTheirWeights() {
        history.apply(new Edit.Rename("conv", "aside"));
        history.apply(new Edit.Rename("bn", "conv"));
        history.apply(new Edit.Rename("aside", "bn"));

        assertEquals("conv", originOf("bn"));
        assertEquals("bn", originOf("conv"));
    }

    @Test
    void aCopyIsAnotherLayerAndWhatWasCutAndPastedIsTheSame() {
        Node conv = history.present().graph().node("conv");
        Edit paste = new Edit.AddCopies(List.of(conv.moved(path -> "pasted")), List.of(), Map.of());
        history.apply(paste);
        assertEquals("pasted", originOf("pasted"), "the original is still there");
        history.undo();
        history.apply(new Edit.Delete(Set.of("conv")));
        history.apply(new Edit.AddCopies(
                List.of(conv.taking(List.of(Node.OPEN)).moved(path -> "block/pasted")), List.of(), Map.of()));

        assertEquals("conv", originOf("block/pasted"), "moved into a block by way of the clipboard");
    }

    @Test
    void aCopyUnderANameThatAnotherLayerWasMadeUnderIsAnotherLayerStill() {
        history.apply(new Edit.Rename("conv", "shortcut"));
        Node copy = new Node("conv", CONVOLUTION, List.of(Node.OPEN));
        history.apply(new Edit.AddCopies(List.of(copy), List.of(), Map.of()));

        assertEquals("conv#2", originOf("conv"));
        assertAllDiffer();
    }

    @Test
    void aBlockThatIsExpandedAnewGetsTheWeightsItWouldHaveHadItNeverBeenRenamed() {
        history.apply(deeper("block"));
        Map<String, String> unnamed = inner("block");
        history.undo();
        history.apply(new Edit.Rename("block", "module"));
        history.apply(new Edit.Rename("conv", "block"));
        history.apply(deeper("module"));

        assertEquals(unnamed, inner("module"));
        assertEquals("block/conv3", originOf("module/conv3"));
        assertAllDiffer();
    }

    private static Edit deeper(String path) {
        return new Edit.SetBlock(
                new GroupPath(path), TOY, TOY.schema().defaults().with("depth", "3"), "depth");
    }

    private Map<String, String> inner(String block) {
        return history.present().graph().nodesIn(new GroupPath(block)).stream()
                .collect(Collectors.toMap(Node::name, Node::origin));
    }

    @Test
    void aLayerMayTakeTheNameOfOneThatWasFoldedAway() {
        history.apply(new Edit.SetFolded(Set.of(), true));
        history.apply(new Edit.Rename("conv", "bn"));
        assertEquals(
                "bn-2", history.present().folds().get("bn").scalings().get(0).path());
        history.apply(new Edit.SetFolded(Set.of(), false));

        assertEquals("conv", originOf("bn"));
        assertEquals("bn", originOf("bn-2"));
    }

    @Test
    void whatWasFoldedAwayComesBackAsWhatItWas() {
        history.apply(new Edit.Rename("bn", "norm"));
        history.apply(new Edit.SetFolded(Set.of(), true));
        history.apply(new Edit.AddNode("bn", BatchNorm.TYPE.create(), null));
        history.apply(new Edit.Rename("conv", "shortcut"));
        history.apply(new Edit.SetFolded(Set.of(), false));

        assertEquals("bn", originOf("norm"));
        assertEquals("conv", originOf("shortcut"));
        assertEquals("bn#2", originOf("bn"));
        assertAllDiffer();
    }
}
