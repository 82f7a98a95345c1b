package org.convscape.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.graph.GroupPath;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of edit, made so that it changes nothing. */
class IdleEditTest {
    private static final ToyBlock TOY = new ToyBlock();
    private static final AttributeValues VALUES = TOY.schema().defaults();
    private static final GroupPath BLOCK = new GroupPath("block");
    private static final Conv2d CONVOLUTION = Conv2d.of(4, 3, 1, Padding.SAME, false);

    /** Puts something there that was not: they always change something, or are refused. */
    private static final Set<Class<?>> ALWAYS_CHANGE = Set.of(Edit.AddNode.class, Edit.AddBlock.class);

    private static Document document() {
        Document built = new Edit.Together(
                        "build",
                        List.of(
                                new Edit.AddNode("picture", Input.of(Shape.maps(8, 8, 4)), new Point(0, 0)),
                                new Edit.AddBlock(BLOCK, TOY, VALUES, null),
                                new Edit.ConnectGroup("picture", BLOCK),
                                new Edit.AddNode("after", CONVOLUTION, null),
                                new Edit.Connect("block/sum1", "after", 0),
                                new Edit.AddNode("end", new Relu(), null),
                                new Edit.Connect("after", "end", 0),
                                new Edit.SetSetting("seed", "7"),
                                new Edit.SetNotes("read")))
                .apply(Document.EMPTY);
        return built.from(Provenance.of("toy", Shape.maps(8, 8, 4), Map.of()));
    }

    static Stream<Edit> idle() {
        Document document = document();
        return Stream.of(
                new Edit.AddCopies(List.of(), List.of(), Map.of()),
                new Edit.Connect("after", "end", 0),
                new Edit.ConnectGroup("picture", BLOCK),
                new Edit.Disconnect(Set.of()),
                new Edit.Delete(Set.of()),
                new Edit.Move(Map.of("picture", new Point(0, 0))),
                new Edit.SetOperation("after", CONVOLUTION, "channels"),
                new Edit.SetBlock(BLOCK, TOY, VALUES, "depth"),
                new Edit.Rebuild(document.graph(), document.provenance().orElseThrow(), ""),
                new Edit.Rename("after", "after"),
                new Edit.SetSetting("seed", "7"),
                new Edit.SetNotes("read"),
                new Edit.SetFolded(Set.of(), true),
                new Edit.Together("nothing", List.of(new Edit.SetNotes("other"), new Edit.SetNotes("read"))));
    }

    @ParameterizedTest
    @MethodSource("idle")
    void whatChangesNothingIsNoStepOfUndo(Edit edit) {
        History history = new History(document());
        Document before = history.present();
        try {
            history.apply(edit);
        } catch (EditRefused refused) {
            // Being refused is another way of being no step.
            assertTrue(!refused.getMessage().isEmpty());
        }

        assertSame(before, history.present());
        assertEquals(Optional.empty(), history.undoLabel());
    }

    @Test
    void arrangingWhatNobodyHasPutAnywhereIsNoStepEither() {
        History history = new History(new Edit.ArrangeAutomatically().apply(document()));
        history.apply(new Edit.ArrangeAutomatically());

        assertEquals(Optional.empty(), history.undoLabel());
    }

    @Test
    void reloadingWhatIsHereIsNoStep() {
        History history = new History(document());
        history.replace(document(), "Reload");

        assertEquals(Optional.empty(), history.undoLabel());
    }

    @Test
    void everyKindOfEditIsTried() {
        Set<Class<?>> tried = new HashSet<>(ALWAYS_CHANGE);
        tried.add(Edit.ArrangeAutomatically.class);
        idle().forEach(edit -> tried.add(edit.getClass()));

        assertEquals(Set.copyOf(Arrays.asList(Edit.class.getPermittedSubclasses())), tried);
    }
}
