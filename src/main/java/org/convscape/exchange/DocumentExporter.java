package org.convscape.exchange;

import java.nio.file.Path;
import org.convscape.io.DocumentFile;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/** The document itself, to be opened here again. */
final class DocumentExporter implements Exporter {
    @Override
    public String id() {
        return "convscape";
    }

    @Override
    public String label() {
        return "Convscape documents";
    }

    @Override
    public String ending() {
        return DocumentFile.ENDING;
    }

    @Override
    public boolean needsShapes() {
        return false;
    }

    @Override
    public String write(Exported exported, Path file, Progress progress, Cancellation cancellation) {
        DocumentFile.write(exported.document(), file);
        return file + ": the document \"" + exported.document().title() + "\"";
    }
}
