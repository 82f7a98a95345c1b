package org.convscape.exchange;

import java.nio.file.Path;
import java.util.Optional;
import org.convscape.analysis.CostTable;
import org.convscape.drawing.CanvasSvg;
import org.convscape.drawing.Palette;
import org.convscape.io.ModelCost;
import org.convscape.io.WholeFile;
import org.convscape.scene.CanvasScene;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/** The canvas as a drawing. */
final class DrawingExporter implements Exporter {
    @Override
    public String id() {
        return "svg";
    }

    @Override
    public String label() {
        return "SVG drawings";
    }

    @Override
    public String ending() {
        return ".svg";
    }

    @Override
    public boolean needsShapes() {
        return false;
    }

    @Override
    public String write(Exported exported, Path file, Progress progress, Cancellation cancellation) {
        String title = exported.document().title();
        ModelCost cost = new ModelCost(
                title, CostTable.of(exported.analysis(), exported.convention(), CostTable.Grouping.TOTAL));
        CanvasScene scene = CanvasScene.of(exported.document(), exported.convention(), exported.inventory());
        WholeFile.write(file, CanvasSvg.draw(scene, Palette.light(), path -> Optional.empty(), title, cost.terms()));
        int layers = exported.analysis().nodes().size();
        return file + ": the canvas with " + layers + (layers == 1 ? " layer" : " layers");
    }
}
