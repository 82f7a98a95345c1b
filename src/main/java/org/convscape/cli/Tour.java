package org.convscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.NodeFacts;
import org.convscape.chart.CostCharts;
import org.convscape.document.Document;
import org.convscape.drawing.CanvasSvg;
import org.convscape.drawing.Palette;
import org.convscape.engine.Activations;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.RunSettings;
import org.convscape.graph.Graph;
import org.convscape.image.SamplePictures;
import org.convscape.inventory.Inventory;
import org.convscape.io.CostReport;
import org.convscape.io.DocumentFile;
import org.convscape.io.FileNames;
import org.convscape.io.MapSheetFile;
import org.convscape.io.ModelCost;
import org.convscape.io.TableFormat;
import org.convscape.io.WholeFile;
import org.convscape.io.chart.ChartFile;
import org.convscape.maps.MapSheet;
import org.convscape.op.Category;
import org.convscape.scene.CanvasScene;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.zoo.Model;

/** What the window opens with, as files: the canvas with its maps, map sheets, a cost table, a chart, and an index. */
final class Tour {
    /** The network that the window opens with. */
    static final String NETWORK = "first-look";

    private final Session session;
    private final Path folder;
    private final TourIndex index = new TourIndex();

    Tour(Session session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    /** Writes everything; gives the index. */
    Path write() {
        WholeFile.makeFolder(folder);
        Model model = session.catalogue().require(NETWORK);
        Graph graph = model.build(model.defaultInput(), model.schema().defaults());
        Document document = Document.of(model.label(), graph);
        Analysis analysis = ModelOptions.complete(document, NETWORK);
        RunSettings settings = RunSettings.of(document);
        ForwardPass pass = ForwardPass.of(
                analysis, Source.picture(SamplePictures.load(SamplePictures.first()), settings.preparation()));
        ModelCost cost = cost(document, analysis, CostTable.Grouping.NODE);
        List<TourIndex.Sheet> sheets = new ArrayList<>();
        String run;
        try (OpenEngine engine = new OpenEngine(session);
                Activations activations =
                        engine.run(pass.request(DocumentWeights.of(document, analysis), path -> true), Progress.NONE)) {
            run = pass.source() + ": " + String.join("; ", pass.preparation()) + "; seed " + settings.seed()
                    + "; computed by " + engine.description();
            drawCanvas(document, activations, cost, pass.source());
            sheets(analysis, activations, sheets);
        }
        WholeFile.write(folder.resolve("cost.txt"), new CostReport(List.of(cost)).write(TableFormat.TABLE));
        WholeFile.write(folder.resolve("cost.json"), new CostReport(List.of(cost)).write(TableFormat.JSON));
        ModelCost blocks = cost(document, analysis, CostTable.Grouping.BLOCK);
        ChartFile.write(CostCharts.inOrder(blocks.model(), blocks.terms(), blocks.table()), folder.resolve("cost.png"));
        DocumentFile.write(document, folder.resolve(NETWORK + DocumentFile.ENDING));
        Path file = folder.resolve("index.html");
        WholeFile.write(file, index.html(document.title(), run, cost, sheets));
        return file;
    }

    private static ModelCost cost(Document document, Analysis analysis, CostTable.Grouping grouping) {
        return new ModelCost(document.title(), CostTable.of(analysis, Convention.MACS, grouping));
    }

    private void drawCanvas(Document document, Activations activations, ModelCost cost, String picture) {
        CanvasScene scene = CanvasScene.of(
                document, Conventions.standard().get(0), new Inventory(session.operations(), session.blocks()));
        for (boolean dark : new boolean[] {false, true}) {
            String drawing = CanvasSvg.draw(
                    scene,
                    dark ? Palette.dark() : Palette.light(),
                    path -> output(activations, path),
                    document.title(),
                    cost.terms() + "; maps of " + picture);
            WholeFile.write(folder.resolve(dark ? "canvas-dark.svg" : "canvas.svg"), drawing);
        }
    }

    private static Optional<Tensor> output(Activations activations, String path) {
        return activations.paths().contains(path) ? Optional.of(activations.get(path)) : Optional.empty();
    }

    /** A sheet for every layer that makes new maps; the others only bend or pass on what these show. */
    private void sheets(Analysis analysis, Activations activations, List<TourIndex.Sheet> sheets) {
        FileNames names = new FileNames();
        for (NodeFacts facts : analysis.nodes()) {
            Category category = facts.node().operation().type().category();
            String path = facts.node().path();
            if (category == Category.CONVOLUTION || category == Category.MERGE) {
                Path file = MapSheetFile.write(
                        folder.resolve("maps"), names.of(path), path, activations.get(path), MapSheet.Style.STANDARD);
                sheets.add(new TourIndex.Sheet(path, facts.output().toString(), "maps/" + file.getFileName()));
            }
        }
    }
}
