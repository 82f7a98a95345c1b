package org.convscape.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Padding;
import org.convscape.graph.Edge;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.graph.Port;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

class EditTest {
    private static final ToyBlock TOY = new ToyBlock();
    private static final Conv2d CONVOLUTION = Conv2d.of(4, 3, 1, Padding.SAME, false);
    private static final GroupPath BLOCK = new GroupPath("block");

    private static Document picture() {
        return new Edit.AddNode("picture", Input.of(Shape.maps(8, 8, 4)), new Point(0, 0)).apply(Document.EMPTY);
    }

    private static Document apply(Document document, Edit... edits) {
        return new Edit.Together("test", List.of(edits)).apply(document);
    }

    private static Document chain() {
        return apply(
                picture(),
                new Edit.AddBlock(BLOCK, TOY, TOY.schema().defaults(), new Point(100, 0)),
                new Edit.AddNode("after", CONVOLUTION, new Point(300, 0)),
                new Edit.ConnectGroup("picture", BLOCK),
                new Edit.Connect("block/sum1", "after", 0));
    }

    @Test
    void aNewLayerHasOpenPorts() {
        Document document = apply(picture(), new Edit.AddNode("sum", new Add(), new Point(5, 6)));

        assertEquals(List.of(Node.OPEN, Node.OPEN), document.graph().node("sum").inputs());
        assertEquals(new Point(5, 6), document.layout().position("sum").orElseThrow());
    }

    @Test
    void connectingABlockConnectsEveryEntry() {
        Document document = chain();

        assertEquals(List.of("picture"), document.graph().node("block/conv1").inputs());
        assertEquals(
                List.of("block/conv1", "picture"),
                document.graph().node("block/sum1").inputs());
        assertTrue(Analysis.of(document.graph()).complete());
    }

    @Test
    void aCycleIsRefusedWithTheReasonAndNothingChanges() {
        History history = new History(chain());

        EditRefused refused =
                assertThrows(EditRefused.class, () -> history.apply(new Edit.Connect("after", "block/conv1", 0)));

        assertTrue(refused.getMessage().contains("conv1 its own output"), refused.getMessage());
        assertEquals(chain(), history.present());
        assertTrue(
                Connections.refusal(chain().graph(), "block/conv1", "picture").contains("takes no input"));
        assertNull(Connections.refusal(chain().graph(), "picture", "after"));
    }

    @Test
    void aMergeTakesOneMoreInputThanItHas() {
        Document document = apply(chain(), new Edit.Connect("picture", "block/sum1", Edit.Connect.ANY_PORT));

        assertEquals(
                List.of("block/conv1", "picture", "picture"),
                document.graph().node("block/sum1").inputs());
        Document again = apply(document, new Edit.Disconnect(Set.of(new Edge("picture", "block/sum1", 2))));
        assertEquals(chain().graph(), again.graph(), "the spare port goes with its connection");
    }

    @Test
    void expandingABlockAnewKeepsItsConnections() {
        Document document = apply(
                chain(), new Edit.SetBlock(BLOCK, TOY, TOY.schema().defaults().with(ToyBlock.DEPTH, 3), "depth"));

        assertEquals(List.of("picture"), document.graph().node("block/conv1").inputs());
        assertEquals(
                List.of("block/conv3", "picture"),
                document.graph().node("block/sum3").inputs());
        assertEquals(List.of("block/sum3"), document.graph().node("after").inputs());
        assertEquals(3, document.graph().group(BLOCK).orElseThrow().attributes().get(ToyBlock.DEPTH));
    }

    @Test
    void expandingABlockAnewKeepsTheStageAroundItWhole() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(8, 8, 4)));
        builder.group(
                "stage",
                picture,
                source -> TOY.addTo(builder, "one", TOY.schema().defaults(), source));
        Document document = apply(
                Document.of("t", builder.build()),
                new Edit.SetBlock(
                        new GroupPath("stage/one"), TOY, TOY.schema().defaults().with(ToyBlock.DEPTH, 2), "depth"));

        Group stage = document.graph().group(new GroupPath("stage")).orElseThrow();
        assertEquals("stage/one/sum2", stage.exit());
        assertEquals(
                List.of(new Port("stage/one/conv1", 0), new Port("stage/one/sum2", 1)),
                stage.entries().stream()
                        .sorted((a, b) -> a.node().compareTo(b.node()))
                        .toList());
    }

    @Test
    void valuesThatDoNotGoTogetherAreRefused() {
        Edit edit = new Edit.SetBlock(BLOCK, TOY, TOY.schema().defaults().with(ToyBlock.DEPTH, 9), "depth");

        assertTrue(assertThrows(EditRefused.class, () -> edit.apply(chain()))
                .getMessage()
                .contains("8 would work"));
    }

    @Test
    void deletingABlockTakesItsNodesAndLeavesFollowersOpen() {
        Document document = apply(chain(), new Edit.Delete(Set.of("block")));

        assertEquals(2, document.graph().size());
        assertTrue(document.graph().groups().isEmpty());
        assertEquals(List.of(Node.OPEN), document.graph().node("after").inputs());
        assertFalse(document.layout().position("block").isPresent());
    }

    @Test
    void deletingALayerInsideABlockKeepsTheBlock() {
        Document document = apply(chain(), new Edit.Delete(Set.of("block/conv1")));

        Group block = document.graph().group(BLOCK).orElseThrow();
        assertEquals(List.of(new Port("block/sum1", 1)), block.entries());
        assertEquals(
                List.of(Node.OPEN, "picture"),
                document.graph().node("block/sum1").inputs());
    }

    @Test
    void renamingAGroupRenamesAllInIt() {
        Document document = apply(chain(), new Edit.Rename("block", "first"));

        assertEquals(List.of("first/sum1"), document.graph().node("after").inputs());
        assertEquals(
                "first/sum1",
                document.graph().group(new GroupPath("first")).orElseThrow().exit());
        assertEquals(new Point(100, 0), document.layout().position("first").orElseThrow());
        assertTrue(assertThrows(EditRefused.class, () -> apply(chain(), new Edit.Rename("block", "picture")))
                .getMessage()
                .contains("already something named"));
        assertThrows(EditRefused.class, () -> apply(chain(), new Edit.Rename("block", "a/b")));
    }

    @Test
    void changesOfOneFieldAreUndoneAsOne() {
        History history = new History(chain());
        for (int depth = 2; depth <= 5; depth++) {
            history.apply(new Edit.SetBlock(BLOCK, TOY, TOY.schema().defaults().with(ToyBlock.DEPTH, depth), "depth"));
        }
        history.apply(new Edit.Move(Map.of("after", new Point(1, 2))));

        history.undo();
        assertEquals("Change depth of block", history.undoLabel().orElseThrow());
        assertEquals(chain(), history.undo());
        assertTrue(history.undoLabel().isEmpty());
        history.redo();
        assertEquals(
                5,
                history.present()
                        .graph()
                        .group(BLOCK)
                        .orElseThrow()
                        .attributes()
                        .get(ToyBlock.DEPTH));
    }

    @Test
    void anEditSharesWhatItDoesNotTouch() {
        Document before = chain();
        Document after =
                apply(before, new Edit.SetOperation("after", Conv2d.of(8, 1, 1, Padding.SAME, true), "channels"));

        assertSame(before.graph().node("block/conv1"), after.graph().node("block/conv1"));
    }

    @Test
    void aNewThingGetsAFreeName() {
        assertEquals("block-2", FreeName.in(chain(), GroupPath.ROOT, "block"));
        assertEquals("conv2", FreeName.in(chain(), BLOCK, "conv2"));
    }
}
