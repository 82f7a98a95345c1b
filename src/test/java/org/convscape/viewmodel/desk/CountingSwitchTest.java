package org.convscape.viewmodel.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.NodeFacts;
import org.convscape.figures.Figures;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.CardContent;
import org.convscape.scene.Explanation;
import org.convscape.viewmodel.cost.CostModel;
import org.convscape.viewmodel.inspector.InspectorContent;
import org.convscape.viewmodel.status.StatusModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One switch counts everything anew: cards, groups, status bar, inspector, table and explanations. */
class CountingSwitchTest {
    private static final String NORM = "layer1/0/bn1";

    private final Studio studio = QuietStudio.open();
    private final CostModel costs = new CostModel(studio);
    private final StatusModel status = new StatusModel(studio);
    private final OpenDocument document = studio.openNetwork("resnet18").orElseThrow();

    @BeforeEach
    void look() {
        costs.activeProperty().set(true);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private long total(Convention convention) {
        return document.workspace().analysis().nodes().stream()
                .mapToLong(convention::count)
                .sum();
    }

    private List<InspectorContent.Line> lines(String... selected) {
        document.workspace().select(selected);
        return document.inspector().contentProperty().get().lines();
    }

    private List<CardContent> cards() {
        CanvasScene scene = document.canvas().scene();
        assertTrue(scene.view().cards().size() > 5);
        return scene.view().cards().stream()
                .map(card -> scene.contents().card(card, card.path()))
                .toList();
    }

    private static String capital(String unit) {
        return unit.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + unit.substring(1);
    }

    private static void holds(List<InspectorContent.Line> lines, Convention convention, long count) {
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.label().equals(capital(convention.unit()))
                                && line.value().equals(Figures.whole(count))),
                () -> convention.id() + " " + count + " in " + lines);
    }

    @Test
    void everyNumberFollowsTheRule() {
        Conventions.standard().forEach(this::everyNumberFollows);
    }

    private void everyNumberFollows(Convention convention) {
        studio.conventionProperty().set(convention);
        NodeFacts norm = document.workspace().analysis().node(NORM);

        assertEquals(convention.id(), costs.tableProperty().get().convention());
        assertEquals(total(convention), costs.tableProperty().get().total().count());
        holds(lines(), convention, total(convention));
        holds(lines(NORM), convention, convention.count(norm));
        long stage = document.workspace().analysis().nodesIn(new org.convscape.graph.GroupPath("layer1")).stream()
                .mapToLong(convention::count)
                .sum();
        holds(lines("layer1"), convention, stage);
        assertTrue(status.entriesProperty().get().stream()
                .anyMatch(entry -> entry.words().equals(Figures.compact(total(convention)) + " " + convention.unit())));
        for (CardContent card : cards()) {
            assertEquals(convention, card.amounts().convention(), card.path());
            assertEquals(total(convention), card.amounts().network(), card.path());
        }
        assertEquals(
                Figures.whole(total(convention)) + " " + convention.unit(),
                status.explain(Explanation.Quantity.COUNT).value());
    }

    @Test
    void noUnitOfAnotherRuleIsLeft() {
        Conventions.standard().forEach(this::noOtherUnitIsLeft);
    }

    private void noOtherUnitIsLeft(Convention convention) {
        studio.conventionProperty().set(convention);
        List<String> words = new ArrayList<>();
        for (String selected : List.of("", "conv1", NORM, "layer2", "layer2/0", "fc")) {
            lines(selected.isEmpty() ? new String[0] : new String[] {selected})
                    .forEach(line -> words.add(line.label() + " " + line.value() + " " + line.detail()));
            document.inspector()
                    .contentProperty()
                    .get()
                    .derivations()
                    .forEach(derivation -> words.add(derivation.quantity()));
        }
        status.entriesProperty().get().forEach(entry -> words.add(entry.words()));
        words.add(costs.tableProperty().get().unit());
        cards().forEach(card -> words.add(card.amounts().line()));
        Conventions.standard().stream()
                .map(Convention::unit)
                .filter(unit -> !unit.equals(convention.unit()))
                .forEach(unit -> assertTrue(
                        words.stream().noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT)
                                .matches(".*(^|[^-\\w])" + unit.toLowerCase(java.util.Locale.ROOT) + "($|\\W).*")),
                        () -> "\"" + unit + "\" is left under " + convention.id() + ": " + words));
    }

    @Test
    void aTableThatGroupsLayersExplainsTheBlockItNames() {
        costs.groupingProperty().set(CostTable.Grouping.BLOCK);
        CostTable.Row row = costs.tableProperty().get().rows().stream()
                .filter(one -> one.path().equals("layer2/0"))
                .findFirst()
                .orElseThrow();

        Explanation count = costs.explain(row.path(), Explanation.Quantity.COUNT);
        assertEquals(Figures.whole(row.count()) + " multiply-adds", count.value());
        assertEquals(
                List.of("layer2", "the whole network"),
                count.partOf().stream().map(Explanation.Part::label).toList());
        Explanation parameters = costs.explain(row.path(), Explanation.Quantity.PARAMETERS);
        assertEquals(Figures.whole(row.total()) + " parameters", parameters.value());
        assertTrue(
                parameters.remarks().contains(Figures.whole(row.trainable()) + " of them are trained."),
                () -> parameters.remarks().toString());
    }

    @Test
    void anExplanationHasFormulaValuesRuleAndBothCopies() {
        document.workspace().select("conv1");
        Explanation explanation = document.inspector().explain(Explanation.Quantity.COUNT);

        assertEquals("118,013,952 multiply-adds", explanation.value());
        assertEquals(1, explanation.steps().size());
        assertTrue(
                explanation.steps().get(0).numbers().contains("112"),
                () -> explanation.steps().toString());
        assertTrue(explanation.basis().contains("macs"), explanation.basis());
        assertTrue(explanation.latex().contains("\\begin{align*}"), explanation.latex());
        assertTrue(explanation.text().contains("118,013,952"), explanation.text());
    }

    @Test
    void theWholeNetworkSaysWhatAPassTakesAndALayerWhatItSees() {
        List<String> whole = lines().stream().map(InspectorContent.Line::label).toList();
        assertTrue(
                whole.containsAll(List.of("Weights", "Peak memory of a pass", "keeping every map")), whole::toString);
        InspectorContent.Line field = lines("conv1").stream()
                .filter(line -> line.label().equals("Receptive field"))
                .findFirst()
                .orElseThrow();
        assertEquals("7×7", field.value());
        assertTrue(lines("conv1").stream().anyMatch(line -> line.value().equals("2, −3")), "stride 2, offset −3");
        assertTrue(status.entriesProperty().get().stream()
                .anyMatch(entry -> entry.words().equals("sees 7×7")));
    }
}
