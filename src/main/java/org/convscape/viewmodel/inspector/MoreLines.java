package org.convscape.viewmodel.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.MemoryProfile;
import org.convscape.analysis.NodeFacts;
import org.convscape.analysis.ReceptiveField;
import org.convscape.analysis.ReceptiveFields;
import org.convscape.figures.Figures;
import org.convscape.viewmodel.inspector.InspectorContent.Line;

/** What a layer sees of the picture and moves through memory, and what a whole pass takes. */
final class MoreLines {
    private MoreLines() {}

    /** Receptive field and arithmetic intensity. */
    static List<Line> ofLayer(Analysis analysis, NodeFacts facts, Convention convention) {
        List<Line> lines = new ArrayList<>(ofField(analysis, facts.node().path()));
        double intensity = facts.known() ? MemoryProfile.intensity(facts, convention) : 0;
        if (intensity > 0) {
            lines.add(new Line("Arithmetic intensity", Figures.value(intensity), "per byte")
                    .meaning(firstUpper(convention.unit())
                            + " per byte of input, output and weights, as 32-bit floats: low means that memory limits"
                            + " the speed, high that arithmetic does"));
        }
        return lines;
    }

    /** What the values of a layer's or block's output see; nothing where its shape is not known. */
    static List<Line> ofField(Analysis analysis, String path) {
        List<Line> lines = new ArrayList<>();
        ReceptiveFields.of(analysis).at(path).ifPresent(field -> {
            lines.add(new Line("Receptive field", field.size(), "pixels")
                    .meaning("How much of the picture one value of the output can depend on, height × width in pixels;"
                            + " padding counts as seen"));
            lines.add(new Line("stride and offset", both(field, true) + ", " + both(field, false), "pixels")
                    .meaning("Neighbouring values look this many pixels apart, and the first one begins to look at this"
                            + " pixel; below 0 it looks at padding"));
        });
        return lines;
    }

    private static String both(ReceptiveField field, boolean stride) {
        long vertical = stride ? field.vertical().stride() : field.vertical().offset();
        long horizontal =
                stride ? field.horizontal().stride() : field.horizontal().offset();
        String first = Long.toString(vertical).replace('-', '−');
        return vertical == horizontal
                ? first
                : first + "×" + Long.toString(horizontal).replace('-', '−');
    }

    /** The memory that one pass takes. */
    static List<Line> ofPass(Analysis analysis) {
        MemoryProfile memory = MemoryProfile.of(analysis);
        String least = memory.complete() ? "" : "at least ";
        String where = memory.peakStep() < 0
                ? ""
                : memory.lifetimes().get(memory.peakStep()).path();
        return List.of(
                new Line("Weights", least + Figures.bytes(memory.weightBytes()), "")
                        .meaning("All parameters as 32-bit floats: " + Figures.whole(memory.weightBytes()) + " bytes"),
                new Line("Peak memory of a pass", least + Figures.bytes(memory.peakBytes()), "")
                        .meaning(
                                "The most bytes of maps that live at once, if each is let go after its last use, reached"
                                        + " at " + where + ": " + Figures.whole(memory.peakBytes())
                                        + " bytes, besides the weights"),
                new Line("keeping every map", least + Figures.bytes(memory.keptBytes()), "")
                        .meaning("The bytes of all maps together, which a pass takes that keeps them to look at: "
                                + Figures.whole(memory.keptBytes()) + " bytes, besides the weights"));
    }

    static String firstUpper(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
