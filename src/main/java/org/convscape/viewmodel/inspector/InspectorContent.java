package org.convscape.viewmodel.inspector;

import java.util.List;
import java.util.Optional;
import org.convscape.analysis.Derivation;
import org.convscape.block.Family;
import org.convscape.scene.Explanation.Quantity;

/**
 * All that the inspector says of what is selected, besides the form.
 *
 * @param path of the one thing that is selected; empty for the document or several things
 * @param subtitle what it is, and where it stands
 * @param family whose colour it carries
 * @param problems what is the matter here, in sentences
 * @param derivations where the count and the parameters come from, for a layer
 * @param shares how the network's cost is spread around it
 */
public record InspectorContent(
        Kind kind,
        String path,
        String title,
        String subtitle,
        Family family,
        List<String> problems,
        List<Line> lines,
        List<WeightLine> weights,
        List<Derivation> derivations,
        List<Share> shares) {

    /** What is selected. */
    public enum Kind {
        DOCUMENT,
        LAYER,
        GROUP,
        SEVERAL
    }

    /**
     * A number with its name.
     *
     * @param detail what belongs to the number, in smaller writing; may be empty
     * @param hint what the number means, with its unit; may be empty
     * @param asked what can be asked of the number, if anything
     */
    public record Line(String label, String value, String detail, String hint, Optional<Quantity> asked) {

        /** A number that speaks for itself. */
        public Line(String label, String value, String detail) {
            this(label, value, detail, "", Optional.empty());
        }

        /** The same number with its meaning. */
        Line meaning(String words) {
            return new Line(label, value, detail, words, asked);
        }

        /** The same number, which can be asked where it comes from. */
        Line asking(Quantity quantity) {
            return new Line(label, value, detail, hint, Optional.of(quantity));
        }
    }

    /** One array of a layer: {@code kernel  3×3×64×64  36,864}. */
    public record WeightLine(String name, String dimensions, String count, boolean trainable) {}

    /**
     * A part of the network's cost.
     *
     * @param part of the whole, 0 … 1
     * @param here true for what is selected
     */
    public record Share(String path, String label, double part, String percent, boolean here) {}
}
