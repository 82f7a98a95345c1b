package org.convscape.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.convscape.analysis.Convention;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.graph.GraphBuilder;
import org.convscape.inventory.Inventory;
import org.convscape.layout.Card;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

/** What a card says from so far that little can be read. */
class CardContentTest {

    private static CardContent card(String group, String name) {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(8, 8, 3)));
        String path = graph.group(group, picture, source -> graph.add(name, new Relu(), source));
        CanvasScene scene = CanvasScene.of(
                Document.of("test", graph.build()),
                Convention.MACS,
                new Inventory(OpLibrary.standard(), BlockLibrary.standard()));
        Card card = scene.cards().get(path);
        return scene.contents().card(card, path);
    }

    @Test
    void whatTheGroupSaysAlreadyIsLeftOutOfTheName() {
        assertEquals("sepconv1_act", card("block4", "block4_sepconv1_act").localTitle());
    }

    @Test
    void aNameThatOnlyBeginsLikeItsGroupStaysWhole() {
        assertEquals("block41", card("block4", "block41").localTitle());
        assertEquals("block4", card("block4", "block4").localTitle());
    }

    @Test
    void aNameThatIsButANumberSaysWhatItNumbers() {
        CardContent card = card("layer1", "0");
        assertEquals("layer1/0", card.title());
        assertEquals("layer1/0", card.localTitle());
    }
}
