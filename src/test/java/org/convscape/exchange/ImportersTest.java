package org.convscape.exchange;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.convscape.testing.KerasFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportersTest {

    @Test
    void whatANameEndsWithSaysWhetherADocumentCanBeReadAndSavedThere() {
        assertTrue(Importers.reads("mine.convscape"));
        assertTrue(Importers.reads("MODEL.ONNX"));
        assertTrue(Importers.reads("model.h5"));
        assertTrue(Importers.reads("model.HDF5"));
        assertTrue(Importers.reads("model.keras"));
        assertFalse(Importers.reads("model.pth"));
        assertFalse(Importers.reads("cost"));
        assertFalse(Importers.reads("picture.png"));
        assertTrue(Importers.holdsDocuments(Path.of("mine.convscape")));
        assertTrue(Importers.holdsDocuments(Path.of("mine")));
        assertFalse(Importers.holdsDocuments(Path.of("model.onnx")));
        assertFalse(Importers.holdsDocuments(Path.of("model.h5")));
    }

    @Test
    void weightsAloneAreToldFromANetwork(@TempDir Path folder) {
        assertTrue(Importers.holdsNetwork(KerasFiles.small(folder.resolve("small.h5"))));
        assertFalse(Importers.holdsNetwork(KerasFiles.bare(folder.resolve("bare.h5"))));
        assertTrue(Importers.holdsNetwork(folder.resolve("absent.h5")), "opening it says what is wrong");
        assertTrue(Importers.holdsNetwork(folder.resolve("model.onnx")));
    }
}
