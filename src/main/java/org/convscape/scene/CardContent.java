package org.convscape.scene;

import java.util.List;
import java.util.Set;
import org.convscape.block.Family;
import org.convscape.graph.GroupPath;
import org.convscape.op.Category;

/**
 * All that is written on one card.
 *
 * @param path of the node or of the collapsed group
 * @param title its name
 * @param kind what it is: "Convolution", "Residual bottleneck"
 * @param badge its setting in a few words, such as {@code 3×3 / 2}; may be empty
 * @param category of the layer; null for a group
 * @param parts the layers on this card: its own first; for a group none
 * @param shape what leaves it, such as {@code 56×56×64}; empty while unknown
 * @param maps the node whose maps the card shows
 * @param message what is the matter; empty when all is well
 * @param inputs how many input ports it has
 * @param openPorts those of them that nothing is connected to
 */
public record CardContent(
        String path,
        CardFormat format,
        String title,
        String kind,
        String badge,
        Category category,
        Family family,
        List<Part> parts,
        String shape,
        String maps,
        Amounts amounts,
        Condition condition,
        String message,
        int inputs,
        Set<Integer> openPorts) {

    /**
     * One layer on a card.
     *
     * @param sign a few letters that stand for it, such as BN
     * @param words name and kind in full
     */
    public record Part(String path, String sign, String words, Condition condition) {}

    /** True for a collapsed group. */
    public boolean group() {
        return format == CardFormat.GROUP;
    }

    /** The name without what it repeats of the name of the group around it: {@code block4_pool} in block4 is pool. */
    public String localTitle() {
        String group = GroupPath.of(path).name();
        boolean repeats = !group.isEmpty()
                && title.indexOf('/') < 0
                && title.length() > group.length() + 1
                && title.startsWith(group)
                && !Character.isLetterOrDigit(title.charAt(group.length()));
        return repeats ? title.substring(group.length() + 1) : title;
    }

    /** Its setting, or where it has none what it is; nothing on a small card, which has no room for it. */
    public String setting() {
        return format == CardFormat.SMALL ? "" : badge.isEmpty() ? kind : badge;
    }

    /** All that a sighted person reads, for one who listens. */
    public String spoken() {
        StringBuilder text = new StringBuilder(title).append(", ").append(kind);
        if (!badge.isEmpty()) {
            text.append(' ').append(badge);
        }
        for (Part part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            text.append(", then ").append(part.words());
        }
        text.append(shape.isEmpty() ? ", output not known yet" : ", output " + shape);
        text.append(". ").append(amounts.inFull().replace("\n", ", "));
        if (!message.isEmpty()) {
            text.append(". ").append(message);
        }
        return text.toString();
    }

    /** What appears when the pointer rests on the card. */
    public String hint() {
        StringBuilder text = new StringBuilder(path).append('\n').append(kind);
        if (!badge.isEmpty()) {
            text.append(' ').append(badge);
        }
        text.append(shape.isEmpty() ? "" : " → " + shape);
        if (!message.isEmpty()) {
            text.append("\n\n").append(message);
        }
        if (condition != Condition.WAITING) {
            text.append("\n\n").append(amounts.inFull());
        }
        return text.toString();
    }
}
