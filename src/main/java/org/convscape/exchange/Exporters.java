package org.convscape.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convscape.io.FileFailure;
import org.convscape.io.TableFormat;
import org.convscape.io.python.PythonLibrary;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/** All kinds of files that a document can be written as. */
public final class Exporters {
    private static final List<Exporter> STANDARD = standardOnes();

    private Exporters() {}

    private static List<Exporter> standardOnes() {
        List<Exporter> all = new ArrayList<>();
        all.add(new OnnxExporter());
        all.add(new SafetensorsExporter());
        for (PythonLibrary library : PythonLibrary.values()) {
            all.add(new PythonExporter(library));
        }
        all.add(new DrawingExporter());
        all.add(new DocumentExporter());
        for (TableFormat format : TableFormat.values()) {
            all.add(new CostExporter(format));
        }
        return List.copyOf(all);
    }

    /** All of them; the default is the first. */
    public static List<Exporter> standard() {
        return STANDARD;
    }

    /** The one with that id. */
    public static Optional<Exporter> find(String id) {
        return STANDARD.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Writes the file, whole or not at all, and gives one line: the file and what is in it.
     *
     * @throws FileFailure with a sentence when that cannot be done, or when the name ends as that of another kind of
     *     file
     */
    public static String write(
            Exporter to, Exported exported, Path file, Progress progress, Cancellation cancellation) {
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(to.ending())
                || name.length() == to.ending().length()) {
            throw new FileFailure("The format " + to.id() + " is kept in a file that ends with " + to.ending()
                    + ", found \"" + file + "\"");
        }
        return to.write(exported, file, progress, cancellation);
    }

    /** The first that writes files whose names end as this one's. */
    public static Optional<Exporter> forFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return STANDARD.stream().filter(each -> name.endsWith(each.ending())).findFirst();
    }
}
