package org.convscape.viewmodel.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.attribute.Padding;
import org.convscape.block.BlockLibrary;
import org.convscape.block.Family;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.inventory.Inventory;
import org.convscape.layout.Box;
import org.convscape.layout.Card;
import org.convscape.layout.Link;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.OpLibrary;
import org.convscape.scene.Amounts;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.CardContent;
import org.convscape.scene.Condition;
import org.convscape.scene.Hit;
import org.convscape.scene.HitTest;
import org.convscape.scene.Neighbours;
import org.convscape.scene.Reading;
import org.convscape.task.JobRunner;
import org.convscape.tensor.Shape;
import org.convscape.viewmodel.workspace.RunModel;
import org.convscape.viewmodel.workspace.Workspace;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;

class CanvasModelTest {
    private final ObjectProperty<Convention> convention = new SimpleObjectProperty<>(Convention.MACS);
    private Workspace workspace;
    private CanvasModel canvas;

    private void open(Document document) {
        workspace = new Workspace(document);
        canvas = new CanvasModel(
                workspace,
                new RunModel(null, Runnable::run),
                convention,
                new Inventory(OpLibrary.standard(), BlockLibrary.standard()),
                Runnable::run,
                JobRunner.calling(),
                Training.NONE);
    }

    private void open(String network, Shape input) {
        Model model = Catalogue.standard().require(network);
        open(Document.of(network, model.build(input, model.schema().defaults())));
    }

    private void openFirstLook() {
        open("first-look", Shape.maps(224, 224, 3));
    }

    private CardContent card(String path) {
        Card card = canvas.scene().cards().get(path);
        return canvas.scene().contents().card(card, path);
    }

    private CardContent card(String path, String shown) {
        return canvas.scene().contents().card(canvas.scene().cards().get(path), shown);
    }

    @Test
    void aConvolutionShowsTheShapeAndTheSumOfAllThatSharesItsCard() {
        openFirstLook();
        CardContent stem = card("conv1");

        assertEquals("112×112×64", stem.shape());
        assertEquals(
                List.of("conv1", "bn1", "relu1"),
                stem.parts().stream().map(part -> nameOf(part.path())).toList(),
                () -> stem.parts().toString());
        assertEquals(9408 + 128, stem.amounts().trainable());
        assertEquals(118_013_952, stem.amounts().count());
        assertTrue(stem.amounts().inFull().contains("118,013,952 multiply-adds"), stem.amounts()::inFull);
        assertTrue(stem.amounts().inFull().contains("224×224×3, batch 1, macs"), stem.amounts()::inFull);
    }

    private static String nameOf(String path) {
        return GroupPath.nameOf(path);
    }

    @Test
    void aLayerThatIsPickedOnACardSpeaksForItself() {
        openFirstLook();
        String norm = card("conv1").parts().get(1).path();
        CardContent picked = card("conv1", norm);

        assertEquals(norm, picked.maps());
        assertEquals(128, picked.amounts().trainable());
        assertEquals(0, picked.amounts().count());
    }

    @Test
    void layersCanStandApart() {
        openFirstLook();
        int joined = canvas.scene().view().cards().size();
        canvas.joinedProperty().set(false);

        assertEquals(
                workspace.document().graph().size(),
                canvas.scene().view().cards().size());
        assertTrue(joined < canvas.scene().view().cards().size());
        assertEquals(9408, card("conv1").amounts().trainable());
    }

    @Test
    void cardsHaveTheFamilyOfTheirBlockAndShortcutsAreTold() {
        openFirstLook();
        assertEquals(Family.RESIDUAL, card("bottleneck/reduce").family());
        assertEquals(Family.PLAIN, card("conv1").family());
        List<Link> shortcuts = canvas.scene().view().links().stream()
                .filter(link -> canvas.scene().contents().link(link).shortcut())
                .toList();

        assertEquals(2, shortcuts.size(), shortcuts::toString);
        assertTrue(shortcuts.stream().allMatch(link -> (link.from() + link.to()).contains("shortcut")));
    }

    @Test
    void aCollapsedGroupIsOneCardWithTheSumsOfItsLayersAndTheShapeOfItsExit() {
        openFirstLook();
        Amounts open =
                canvas.scene().contents().group(new GroupPath("inception")).amounts();
        canvas.toggle(new GroupPath("inception"));
        CardContent block = card("inception");

        assertEquals("56×56×256", block.shape());
        assertEquals(open, block.amounts());
        assertTrue(canvas.scene().cards().keySet().stream().noneMatch(path -> path.startsWith("inception/")));
    }

    @Test
    void anEditThatChangesOnlyAttributesLeavesPlacesAndViewAsTheyAre() {
        openFirstLook();
        CanvasScene before = canvas.scene();
        CardContent pool = card("maxpool");
        workspace.apply(new Edit.SetOperation("conv1", Conv2d.of(32, 7, 2, Padding.of(3), false), "channels"));

        assertSame(before.view(), canvas.scene().view());
        assertSame(before.places(), canvas.scene().places());
        assertEquals("112×112×32", card("conv1").shape());
        assertFalse(card("maxpool").equals(pool), "its shape has changed");
    }

    @Test
    void whatAPersonHasPlacedLiesThereAndKeepsACardOfItsOwn() {
        openFirstLook();
        String norm = card("conv1").parts().get(1).path();
        workspace.apply(new Edit.Move(Map.of("conv1", new Point(-500, 70), norm, new Point(0, 900))));

        Box moved = canvas.scene().box("conv1").orElseThrow();
        assertEquals(-500, moved.x());
        assertEquals(70, moved.y());
        assertTrue(canvas.scene().cards().containsKey(norm));
    }

    @Test
    void movingAGroupTakesAlongWhatWasPlacedInside() {
        openFirstLook();
        canvas.move(Set.of("bottleneck/reduce"), 12, 8);
        Box inner = canvas.scene().box("bottleneck/reduce").orElseThrow();
        canvas.move(Set.of("bottleneck"), 100, 40);

        Box after = canvas.scene().box("bottleneck/reduce").orElseThrow();
        assertEquals(inner.x() + 100, after.x());
        assertEquals(inner.y() + 40, after.y());
    }

    @Test
    void deletingALayerThatSharesACardClosesTheGap() {
        openFirstLook();
        List<CardContent.Part> parts = card("conv1").parts();
        workspace.select(parts.get(2).path());
        canvas.delete();

        assertEquals(
                List.of(parts.get(1).path()),
                workspace.document().graph().node("maxpool").inputs());
        assertTrue(workspace.analysis().complete());
    }

    @Test
    void deletingACardTakesAllLayersOnItAndOneUndoBringsThemBack() {
        openFirstLook();
        Document before = workspace.document();
        List<String> paths =
                card("conv1").parts().stream().map(CardContent.Part::path).toList();
        workspace.select("conv1");
        canvas.delete();

        paths.forEach(path -> assertTrue(workspace.document().graph().find(path).isEmpty(), path));
        CardContent pool = card("maxpool");
        assertEquals(Condition.OPEN, pool.condition());
        assertEquals(Set.of(0), pool.openPorts());
        workspace.undo();
        assertSame(before, workspace.document());
    }

    @Test
    void followersOfWhatIsUnknownNameTheCause() {
        openFirstLook();
        workspace.select("conv1");
        canvas.delete();

        CardContent follower = card("separable/depthwise");
        assertEquals(Condition.WAITING, follower.condition());
        assertTrue(follower.message().contains("because of maxpool"), follower::message);
        assertEquals("?", follower.amounts().shortCount());
    }

    @Test
    void aCopyOfWhatWasPlacedByHandCoversNothing() {
        openFirstLook();
        workspace.select("conv1", "maxpool");
        canvas.move(Set.of("conv1", "maxpool"), 5, 5);
        Set<String> copies = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            canvas.duplicate();
            workspace.selection().forEach(path -> copies.add(canvas.cardOf(path)));
        }
        assertEquals(4, copies.size());

        List<Box> boxes = List.copyOf(canvas.scene().places().cards().values());
        for (String copy : copies) {
            Box box = canvas.scene().box(copy).orElseThrow();
            assertEquals(
                    1,
                    boxes.stream().filter(box::meets).count(),
                    () -> copy + " at " + box + " covers another of " + boxes);
        }
    }

    @Test
    void aCopyTakesFromTheSameSources() {
        openFirstLook();
        workspace.select("separable");
        canvas.duplicate();

        assertEquals(Set.of("separable-2"), workspace.selection());
        assertEquals(
                workspace.document().graph().node("separable/depthwise").inputs(),
                workspace.document().graph().node("separable-2/depthwise").inputs());
        assertEquals(
                "separable-2/"
                        + workspace
                                .document()
                                .graph()
                                .group(new GroupPath("separable"))
                                .orElseThrow()
                                .exit()
                                .substring("separable/".length()),
                workspace
                        .document()
                        .graph()
                        .group(new GroupPath("separable-2"))
                        .orElseThrow()
                        .exit());
    }

    @Test
    void everyShapeAndFigureIsWrittenAnewUnderAnotherConvention() {
        openFirstLook();
        List<CanvasScene> scenes = new ArrayList<>();
        canvas.sceneProperty().addListener((property, before, after) -> scenes.add(after));
        convention.set(Conventions.find("flops").orElseThrow());

        assertEquals(1, scenes.size());
        assertEquals(2 * 118_013_952L, card("conv1").amounts().count());
    }

    @Test
    void aNetworkOfThousandsOfLayersIsCollapsedUntilItCanBeRead() {
        open("cifar-resnet1202", Shape.maps(32, 32, 3));
        canvas.collapseForReading();

        assertTrue(canvas.scene().view().cards().size() <= Reading.CARDS);
        assertEquals("", workspace.undoLabelProperty().get(), "looking is nothing to undo");
        assertFalse(workspace.changed());
        openFirstLook();
        assertEquals(workspace.document(), Reading.of(workspace.document()), "a small one stays open");
    }

    @Test
    void aCycleIsRefusedAndAMisfitIsForeseen() {
        openFirstLook();
        Connecting connecting = canvas.connecting();
        Proposal cycle = connecting.propose("maxpool", "conv1", Edit.Connect.ANY_PORT, null);
        assertFalse(cycle.allowed());
        assertTrue(cycle.refusal().contains("without cycles"), cycle::refusal);
        assertTrue(connecting.forbidden("maxpool").containsAll(Set.of("picture", "conv1", "maxpool")));
        assertFalse(connecting.forbidden("maxpool").contains("bottleneck/add"));

        Proposal misfit = connecting.propose("picture", "bottleneck/add", Edit.Connect.ANY_PORT, null);
        assertTrue(misfit.allowed());
        assertTrue(misfit.problem().contains("inputs of one shape"), misfit::problem);

        Proposal whole = connecting.propose("picture", "separable", Edit.Connect.ANY_PORT, null);
        assertTrue(whole.edit() instanceof Edit.ConnectGroup);
    }

    @Test
    void arrowsFollowConnectionsAndTabTheOrderOfTheNetwork() {
        openFirstLook();
        Neighbours neighbours = new Neighbours(canvas.scene());

        assertEquals("picture", neighbours.first().orElseThrow());
        assertEquals(
                "conv1",
                neighbours.towards("picture", Neighbours.Direction.RIGHT).orElseThrow());
        assertEquals(
                "maxpool",
                neighbours
                        .towards("bottleneck/reduce", Neighbours.Direction.LEFT)
                        .orElseThrow());
        assertEquals("conv1", neighbours.next("picture", 1).orElseThrow());
        assertTrue(neighbours.next("picture", -1).isEmpty());
    }

    @Test
    void whatLiesUnderThePointerIsFoundPortsFirst() {
        openFirstLook();
        CanvasScene scene = canvas.scene();
        Box box = scene.box("maxpool").orElseThrow();

        assertEquals(new Hit.OnOutput("maxpool"), HitTest.at(scene, box.output(), 2));
        assertEquals(new Hit.OnInput("maxpool", 0), HitTest.at(scene, box.input(0, 1), 2));
        assertEquals(new Hit.OnCard("maxpool"), HitTest.at(scene, new Point(box.x() + 60, box.y() + 20), 2));
        Box group = scene.places().groups().get(new GroupPath("inception"));
        assertEquals(
                new Hit.OnHeader(new GroupPath("inception")),
                HitTest.at(scene, new Point(group.x() + 50, group.y() + 10), 2));
        assertTrue(HitTest.at(scene, new Point(-400, -400), 2) instanceof Hit.Nothing);
        Link link = scene.view().links().get(0);
        List<Point> route = scene.places().routes().get(link);
        Point middle = new Point(
                (route.get(0).x() + route.get(1).x()) / 2,
                (route.get(0).y() + route.get(1).y()) / 2);
        assertTrue(HitTest.at(scene, middle, 2) instanceof Hit.OnLink);
    }
}
