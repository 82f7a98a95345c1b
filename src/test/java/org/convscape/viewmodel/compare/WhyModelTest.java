package org.convscape.viewmodel.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.Difference;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyModelTest {
    private final Studio studio = QuietStudio.open();
    private final WhyModel model = new WhyModel(studio);

    @BeforeEach
    void look() {
        model.activeProperty().set(true);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private Difference difference() {
        Difference difference = model.reasonsProperty().get().difference();
        assertEquals(
                difference.amount(),
                model.reasonsProperty().get().reasons().stream()
                        .mapToLong(Difference.ByReason::amount)
                        .sum(),
                "the reasons sum to the difference");
        assertEquals(
                difference.amount(),
                difference.entries().stream()
                        .mapToLong(Difference.Entry::amount)
                        .sum(),
                "the places sum to the difference");
        return difference;
    }

    @Test
    void aNetworkIsComparedUnderTwoRulesUnlessItHasATwin() {
        studio.openNetwork("vgg16");
        assertEquals("fvcore", model.rivalProperty().get().label());
        difference();

        studio.openNetwork("resnet50");
        assertEquals("resnet50-v1", model.rivalProperty().get().label());
        assertEquals(-231_211_008, difference().amount());
    }

    @Test
    void theRuleOfTheWindowIsOneSideAndNeverBoth() {
        studio.openNetwork("vgg16");
        studio.conventionProperty().set(Conventions.find("fvcore").orElseThrow());

        assertEquals("macs", model.rivalProperty().get().label());
        assertTrue(model.rivalsProperty().get().stream()
                .noneMatch(rival -> rival.label().equals("fvcore")));
        difference();
    }

    @Test
    void anOpenTabIsComparedAndTheChoiceStaysWithItsDocument() {
        studio.openNetwork("resnet34");
        OpenDocument eighteen = studio.openNetwork("resnet18").orElseThrow();
        Rival tab = model.rivalsProperty().get().stream()
                .filter(Rival.Tab.class::isInstance)
                .findFirst()
                .orElseThrow();
        model.rivalProperty().set(tab);
        model.quantityProperty().set(WhyModel.Quantity.TRAINED);
        assertEquals(21_797_672 - 11_689_512, difference().amount());

        studio.openNetwork("vgg16");
        studio.focusedProperty().set(eighteen);
        assertEquals(tab, model.rivalProperty().get());
    }

    @Test
    void anEntryLeadsToTheLayersOfTheOpenNetworkAndNotToNamesakesOfTheOther() {
        OpenDocument document = studio.openNetwork("resnet50").orElseThrow();
        model.rivalProperty()
                .set(model.rivalsProperty().get().stream()
                        .filter(rival -> rival.label().equals("resnet101"))
                        .findFirst()
                        .orElseThrow());
        document.workspace().select("conv1");

        Difference.Entry lacking = difference().entries().stream()
                .filter(entry -> entry.layers().get(0).left() == null)
                .findFirst()
                .orElseThrow();
        model.goTo(lacking);

        assertEquals(Set.of("conv1"), document.workspace().selection());
    }

    @Test
    void anEntryLeadsToItsLayersAndNothingIsWorkedOutUnseen() {
        OpenDocument document = studio.openNetwork("resnet50").orElseThrow();
        model.goTo(difference().entries().get(0));
        assertTrue(document.workspace().selection().size() > 0);
        assertTrue(Set.copyOf(document.workspace().analysis().nodes().stream()
                        .map(node -> node.node().path())
                        .toList())
                .containsAll(document.workspace().selection()));

        model.activeProperty().set(false);
        assertNull(model.reasonsProperty().get());
    }
}
