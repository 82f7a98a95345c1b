package org.convscape.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.convscape.analysis.Convention;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.graph.Graph;
import org.convscape.inventory.Inventory;
import org.convscape.op.library.OpLibrary;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.Reading;
import org.convscape.tensor.Tensor;
import org.convscape.testing.RandomGraphs;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class CanvasSvgTest {
    private static final Inventory INVENTORY = new Inventory(OpLibrary.standard(), BlockLibrary.standard());

    private static org.w3c.dom.Document drawn(Document document, Palette palette) throws Exception {
        CanvasScene scene = CanvasScene.of(document, Convention.MACS, INVENTORY);
        String text = CanvasSvg.draw(scene, palette, path -> Optional.empty(), document.title(), "convention macs");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<String> words(org.w3c.dom.Document svg) {
        var texts = svg.getElementsByTagName("text");
        return java.util.stream.IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    static Stream<Model> networks() {
        return Stream.of("first-look", "resnet50", "googlenet", "mobilenet-v1")
                .map(id -> Catalogue.standard().require(id));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aNetworkIsDrawnWithNamesShapesAndFigures(Model model) throws Exception {
        Graph graph = model.build(model.defaultInput(), model.schema().defaults());
        List<String> words = words(drawn(Reading.of(Document.of(model.label(), graph)), Palette.light()));

        assertTrue(words.contains("224×224×3"), words.toString());
        assertTrue(words.contains("picture"), words.toString());
        assertTrue(words.stream().anyMatch(word -> word.matches("M [\\d.]+ [MG]")), words.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyGraphGivesWellFormedXml(long seed) throws Exception {
        Graph graph = RandomGraphs.graph(seed, OpLibrary.standard().types(), 40, seed % 2 == 0);
        Document document = Document.of("<&\"\u0000\uD800 " + seed, graph);

        org.w3c.dom.Document svg = drawn(document, Palette.dark());

        assertTrue(svg.getElementsByTagName("rect").getLength() > 1);
    }

    @Test
    void anEmptyCanvasIsDrawn() throws Exception {
        assertEquals(
                "svg",
                drawn(Document.EMPTY, Palette.light()).getDocumentElement().getTagName());
    }

    @Test
    void mapsAreEmbeddedWhereThereAreOutputs() throws Exception {
        Model model = Catalogue.standard().require("conv2d");
        Graph graph = model.build(model.defaultInput(), model.schema().defaults());
        CanvasScene scene = CanvasScene.of(Document.of("conv", graph), Convention.MACS, INVENTORY);

        String text = CanvasSvg.draw(
                scene,
                Palette.light(),
                path -> path.equals("conv2d") ? Optional.of(Tensor.zeros(4, 4, 8)) : Optional.empty(),
                "conv",
                "");

        assertEquals(2, text.split("data:image/png;base64,iVBOR", -1).length);
    }
}
