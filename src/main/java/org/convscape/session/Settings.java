package org.convscape.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.convscape.io.FileFailure;
import org.convscape.io.StateFile;
import org.convscape.task.JobRunner;
import org.convscape.task.Later;

/**
 * Choices that are remembered from one start to the next, as values under names, in one file that all windows of this
 * user share. Every window writes only what it has changed itself, so that none takes back what another has chosen.
 *
 * <p>Changes are written together, a moment after the first of them, in the background. A file that cannot be read is
 * put aside, said in one sentence, and the defaults hold; one that cannot be written is said once.
 */
public final class Settings implements AutoCloseable {
    private static final String KIND = "a file of settings";
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Path file;
    private final Later later;
    private final JobRunner background;
    private final Consumer<String> problems;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<Object>> unwritten = new LinkedHashMap<>();
    private final Object writing = new Object();
    private boolean scheduled;
    private boolean refused;
    private String lastDamage = "";

    /**
     * Reads the settings of a file, which need not exist.
     *
     * @param later waits before writing
     * @param background writes
     * @param problems is told in one sentence what went wrong, from any thread
     */
    public Settings(Path file, Later later, JobRunner background, Consumer<String> problems) {
        this.file = file;
        this.later = later;
        this.background = background;
        this.problems = problems;
        values.putAll(readOrPutAside());
    }

    /** Settings that nobody keeps: they hold as long as this object. */
    public static Settings passing() {
        return new Settings(null, (wait, work) -> {}, JobRunner.calling(), sentence -> {});
    }

    private Map<String, Object> readOrPutAside() {
        if (file == null || !Files.exists(file)) {
            return Map.of();
        }
        try {
            return StateFile.read(file, KIND);
        } catch (FileFailure e) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            String kept;
            try {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
                kept = "; it is kept as " + aside;
            } catch (IOException cannotMove) {
                kept = "";
            }
            String sentence = "The settings could not be read, so the defaults hold (" + e.getMessage() + kept + ")";
            if (!sentence.equals(lastDamage)) {
                lastDamage = sentence;
                problems.accept(sentence);
            }
            return Map.of();
        }
    }

    /** The text under a name, or {@code otherwise} where there is none. */
    public synchronized String text(String name, String otherwise) {
        return values.get(name) instanceof String text ? text : otherwise;
    }

    /** The finite number under a name, or {@code otherwise} where there is none. */
    public synchronized double number(String name, double otherwise) {
        return values.get(name) instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : otherwise;
    }

    /** The yes or no under a name, or {@code otherwise} where there is none. */
    public synchronized boolean flag(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    /** The texts of the list under a name; what is no text is left out, and without a list there are none. */
    public synchronized List<String> texts(String name) {
        return textsOf(values.get(name));
    }

    private static List<String> textsOf(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.stream().filter(String.class::isInstance).forEach(text -> texts.add((String) text));
        }
        return texts;
    }

    /** Remembers a text. */
    public void put(String name, String value) {
        set(name, value);
    }

    /** Remembers a number; one that is not finite is forgotten instead. */
    public void put(String name, double value) {
        set(name, Double.isFinite(value) ? value : null);
    }

    /** Remembers a yes or no. */
    public void put(String name, boolean value) {
        set(name, value);
    }

    /** Remembers a list of texts. */
    public void put(String name, List<String> value) {
        set(name, List.copyOf(value));
    }

    /** Forgets what was under a name. */
    public void remove(String name) {
        set(name, null);
    }

    private void set(String name, Object value) {
        synchronized (this) {
            if (Objects.equals(values.get(name), value)) {
                return;
            }
        }
        change(name, before -> value);
    }

    /** Changes a list of texts, also by what other windows have put there meanwhile. */
    public void update(String name, UnaryOperator<List<String>> change) {
        change(name, before -> List.copyOf(change.apply(textsOf(before))));
    }

    private void change(String name, UnaryOperator<Object> change) {
        boolean begins;
        synchronized (this) {
            apply(values, name, change);
            unwritten.merge(name, change, (first, second) -> before -> second.apply(first.apply(before)));
            begins = !scheduled;
            scheduled = true;
        }
        if (begins) {
            later.after(
                    MOMENT,
                    () -> background.start((progress, cancellation) -> {
                        flush();
                        return file;
                    }));
        }
    }

    private static void apply(Map<String, Object> values, String name, UnaryOperator<Object> change) {
        Object after = change.apply(values.get(name));
        if (after == null) {
            values.remove(name);
        } else {
            values.put(name, after);
        }
    }

    /**
     * Writes what has changed, now, in the calling thread; what cannot be written is tried again with the next change.
     */
    public void flush() {
        synchronized (writing) {
            Map<String, UnaryOperator<Object>> changes;
            synchronized (this) {
                scheduled = false;
                changes = new LinkedHashMap<>(unwritten);
                unwritten.clear();
            }
            if (file != null && !changes.isEmpty()) {
                FileGuard.during(file.resolveSibling(file.getFileName() + ".lock"), () -> write(changes));
            }
        }
    }

    private void write(Map<String, UnaryOperator<Object>> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(readOrPutAside());
        changes.forEach((name, change) -> apply(merged, name, change));
        Optional<String> refusal = Optional.empty();
        try {
            StateFile.write(file, merged);
        } catch (FileFailure e) {
            refusal = Optional.of(e.getMessage());
        }
        boolean said;
        synchronized (this) {
            if (refusal.isPresent()) {
                changes.forEach((name, change) ->
                        unwritten.merge(name, change, (newer, older) -> before -> newer.apply(older.apply(before))));
            }
            said = refused;
            refused = refusal.isPresent();
        }
        if (!said) {
            refusal.ifPresent(reason -> problems.accept("Choices hold for this window only: " + reason));
        }
    }

    @Override
    public void close() {
        flush();
    }
}
