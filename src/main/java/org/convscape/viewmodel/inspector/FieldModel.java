package org.convscape.viewmodel.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeKind;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.ChoiceKind;
import org.convscape.attribute.DecimalKind;
import org.convscape.attribute.FlagKind;
import org.convscape.attribute.IntegerKind;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.OpenChoiceKind;
import org.convscape.attribute.Padding;
import org.convscape.attribute.PaddingKind;
import org.convscape.attribute.Size;
import org.convscape.attribute.SizeKind;
import org.convscape.document.Edit;
import org.convscape.viewmodel.workspace.Workspace;

/**
 * One field of a form. Every text that can be read changes the document at once; one that cannot stays in the field
 * with a sentence that says why, and the document stays as it was.
 */
public final class FieldModel {

    /** A text to choose from, and how it is shown. */
    public record Option(String text, String label) {}

    private final Attribute<?> attribute;
    private final Workspace workspace;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private final ReadOnlyStringWrapper locked = new ReadOnlyStringWrapper(this, "locked", "");
    private FormSubject subject;
    private String inDocument;
    private boolean changing;

    FieldModel(Attribute<?> attribute, FormSubject subject, Workspace workspace) {
        this.attribute = attribute;
        this.workspace = workspace;
        this.subject = subject;
        this.inDocument = subject.values().format(attribute);
        text.set(inDocument);
        locked.set(subject.locked(attribute));
    }

    /** Takes what the document says now; a text that was typed stays unless the document's value has changed. */
    void follow(FormSubject now) {
        subject = now;
        locked.set(now.locked(attribute));
        String value = now.values().format(attribute);
        if (!value.equals(inDocument)) {
            inDocument = value;
            text.set(value);
            error.set("");
        }
    }

    /** What is set here. */
    public Attribute<?> attribute() {
        return attribute;
    }

    /** What stands in the field. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Why the text cannot be taken; empty when it was. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Why nothing can be changed here now; empty where it can. */
    public ReadOnlyStringProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /** Puts a text into the field, and into the document where it can be read. */
    public void type(String typed) {
        text.set(typed);
        try {
            attribute.kind().parse(typed);
            AttributeValues changed = subject.values().with(attribute.name(), typed);
            Edit edit = subject.change(attribute, changed);
            error.set("");
            if (!changed.equals(subject.values())) {
                apply(edit, changed.format(attribute));
            }
        } catch (InvalidAttribute e) {
            error.set(sentence(e.getMessage()));
        }
    }

    private void apply(Edit edit, String value) {
        String before = inDocument;
        // The field already shows it as it was typed; "3x3" must not jump to "3×3" under the person's hands.
        inDocument = value;
        if (workspace.apply(edit)) {
            changing = true;
        } else {
            inDocument = before;
            error.set(workspace.noticeProperty().get());
            workspace.say("");
        }
    }

    private static String sentence(String message) {
        return message.isEmpty() ? message : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }

    /** Ends the typing: what follows is undone by itself, and a text that was taken is written as files write it. */
    public void commit() {
        workspace.seal();
        changing = false;
        if (error.get().isEmpty()) {
            text.set(inDocument);
        }
    }

    /** Puts back what was here before the typing began, in the document too. */
    public void revert() {
        error.set("");
        if (changing) {
            changing = false;
            workspace.abandon();
        }
        text.set(inDocument);
    }

    /** True where {@link #step} does something. */
    public boolean steps() {
        AttributeKind<?> kind = attribute.kind();
        return kind instanceof IntegerKind || kind instanceof SizeKind || kind instanceof PaddingKind;
    }

    /** Goes up or down by so much, as far as the range allows; what cannot be read is left alone. */
    public void step(int by) {
        Object value = value();
        if (value instanceof Integer number && attribute.kind() instanceof IntegerKind kind) {
            type(Integer.toString(within(number, by, kind.minimum(), kind.maximum())));
        } else if (value instanceof Size size && attribute.kind() instanceof SizeKind kind) {
            int height = within(size.height(), by, kind.minimum(), kind.maximum());
            int width = within(size.width(), by, kind.minimum(), kind.maximum());
            type(new Size(height, width).toString());
        } else if (value instanceof Padding padding && attribute.kind() instanceof PaddingKind kind) {
            type(Padding.of(padding.same() ? Math.max(0, by) : within(padding.top(), by, 0, kind.maximum()))
                    .toString());
        }
    }

    /** Doubles, or halves, a whole number: how widths are usually explored. */
    public void scale(boolean up) {
        Object value = value();
        if (value instanceof Integer number) {
            step(up ? number : -(number / 2));
        } else {
            step(up ? 1 : -1);
        }
    }

    private Object value() {
        try {
            return attribute.kind().parse(text.get());
        } catch (InvalidAttribute e) {
            return subject.values().get(attribute.name());
        }
    }

    private static int within(int value, int by, int minimum, int maximum) {
        return (int) Math.max(minimum, Math.min(maximum, (long) value + by));
    }

    /** What there is to choose from, or the usual texts; none for what is only typed. */
    public List<Option> options() {
        AttributeKind<?> kind = attribute.kind();
        if (kind instanceof ChoiceKind<?> choice) {
            return optionsOf(choice);
        }
        if (kind instanceof OpenChoiceKind<?> choice) {
            return optionsOf(choice);
        }
        if (kind instanceof PaddingKind) {
            return List.of(new Option("same", "same"), new Option("valid", "valid"));
        }
        return List.of();
    }

    private static <E extends Enum<E>> List<Option> optionsOf(ChoiceKind<E> kind) {
        return kind.choices().stream()
                .map(choice -> new Option(kind.format(choice), ChoiceLabels.of(choice)))
                .toList();
    }

    /** The known values, and the one that is there now where it is none of them. */
    private <V> List<Option> optionsOf(OpenChoiceKind<V> kind) {
        List<V> values = new ArrayList<>(kind.choices());
        V now = kind.parse(inDocument);
        if (!values.contains(now)) {
            values.add(now);
        }
        return values.stream()
                .map(value -> new Option(kind.format(value), ChoiceLabels.of(value)))
                .toList();
    }

    /** True for yes or no. */
    public boolean isFlag() {
        return attribute.kind() instanceof FlagKind;
    }

    /** True for one of a few. */
    public boolean isChoice() {
        return attribute.kind() instanceof ChoiceKind<?> || attribute.kind() instanceof OpenChoiceKind<?>;
    }

    /** True for a number with decimals. */
    public boolean isDecimal() {
        return attribute.kind() instanceof DecimalKind;
    }
}
