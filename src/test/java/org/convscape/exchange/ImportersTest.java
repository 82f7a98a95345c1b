package org.convscape.exchange;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImportersTest {

    @Test
    void whatANameEndsWithSaysWhetherADocumentCanBeReadAndSavedThere() {
        assertTrue(Importers.reads("mine.convscape"));
        assertTrue(Importers.reads("MODEL.ONNX"));
        assertFalse(Importers.reads("cost"));
        assertFalse(Importers.reads("picture.png"));
        assertTrue(Importers.holdsDocuments(Path.of("mine.convscape")));
        assertTrue(Importers.holdsDocuments(Path.of("mine")));
        assertFalse(Importers.holdsDocuments(Path.of("model.onnx")));
    }
}
