package org.convscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.Activations;
import org.convscape.image.NpyFile;
import org.convscape.io.FileNames;
import org.convscape.io.MapSheetFile;
import org.convscape.io.RunReport;
import org.convscape.io.WholeFile;
import org.convscape.maps.MapSheet;
import org.convscape.maps.MapStatistics;
import org.convscape.tensor.Tensor;

/**
 * The layers that a run reports, and the folders their maps and values are written to.
 *
 * @param maps the folder for sheets of maps; null for none
 * @param npy the folder for arrays; null for none
 */
record Tapped(Analysis analysis, Set<String> paths, Path maps, Path npy) {

    /** The same layers with their files in folders of that name below. */
    Tapped in(String folder) {
        return new Tapped(
                analysis, paths, maps == null ? null : maps.resolve(folder), npy == null ? null : npy.resolve(folder));
    }

    /** Writes the files of a run and says what came out of each layer. */
    List<RunReport.Row> rows(Activations activations) {
        FileNames names = new FileNames();
        List<RunReport.Row> rows = new ArrayList<>();
        for (NodeFacts facts : analysis.nodes()) {
            String path = facts.node().path();
            if (paths.contains(path)) {
                Tensor output = activations.get(path);
                String name = names.of(path);
                rows.add(new RunReport.Row(
                        path,
                        facts.node().operation().type().id(),
                        facts.output(),
                        MapStatistics.of(output),
                        facts.output().vector() ? largest(output) : OptionalInt.empty(),
                        activations.milliseconds(path),
                        maps == null ? "" : sheet(name, path, output),
                        npy == null ? "" : array(name, output)));
            }
        }
        return rows;
    }

    private static OptionalInt largest(Tensor vector) {
        float[] values = vector.values();
        int largest = -1;
        for (int i = 0; i < values.length; i++) {
            if (Float.isFinite(values[i]) && (largest < 0 || values[i] > values[largest])) {
                largest = i;
            }
        }
        return largest < 0 ? OptionalInt.empty() : OptionalInt.of(largest);
    }

    private String sheet(String name, String path, Tensor output) {
        return MapSheetFile.write(maps, name, path, output, MapSheet.Style.STANDARD)
                .toString();
    }

    private String array(String name, Tensor output) {
        WholeFile.makeFolder(npy);
        Path file = npy.resolve(name + ".npy");
        NpyFile.write(file, output);
        return file.toString();
    }
}
