package org.convscape.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.convscape.block.BlockLibrary;
import org.convscape.execution.RunSettings;
import org.convscape.image.Normalisation;
import org.convscape.io.ReadDocument;
import org.convscape.op.library.OpLibrary;
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

    @Test
    void picturesEnterAsTheyAreWhereTheFirstLayerRescalesThem(@TempDir Path folder) {
        String configuration = "{'class_name': 'Sequential', 'config': [{'class_name': 'Rescaling', 'config': {'name':"
                + " 'r', 'scale': 0.5, 'offset': -1, 'batch_input_shape': [null, 4, 4, 3]}}]}";
        Path file = KerasFiles.listed(folder.resolve("m.h5"), "2.9.0", configuration.replace('\'', '"'), Map.of());
        ReadDocument read = Importers.read(file, OpLibrary.standard(), BlockLibrary.standard());
        assertEquals(
                Normalisation.RAW, RunSettings.of(read.document()).preparation().normalisation());
        assertEquals(
                List.of("Its first layer rescales pixels, so pictures enter as numbers of 0 to 255"), read.notes());
    }
}
