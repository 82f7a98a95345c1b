package org.convscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import org.convscape.labels.Prediction;
import org.convscape.maps.MapSheet;
import org.convscape.maps.MapStatistics;
import org.convscape.tensor.Tensor;

/**
 * The layers that a run reports, and the folders their maps and values are written to.
 *
 * @param maps the folder for sheets of maps; null for none
 * @param npy the folder for arrays; null for none
 * @param told what of the result is told besides
 */
record Tapped(Analysis analysis, Set<String> paths, Path maps, Path npy, TopOption.Told told) {
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** The same layers with their files in folders of that name below. */
    Tapped in(String folder) {
        return new Tapped(
                analysis,
                paths,
                maps == null ? null : maps.resolve(folder),
                npy == null ? null : npy.resolve(folder),
                told);
    }

    /**
     * Checks, before minutes of computing, that every layer's output can be brought to the heap, one after the other.
     *
     * @param heap bytes that the heap may grow to
     * @throws Refusal that names the largest one and what would help
     */
    void requireHeap(long heap) {
        NodeFacts largest = analysis.nodes().stream()
                .filter(facts -> paths.contains(facts.node().path()))
                .max(Comparator.comparingLong(facts -> facts.output().elements()))
                .orElse(null);
        if (largest == null) {
            return;
        }
        long elements = largest.output().elements();
        long bytes = elements * Float.BYTES;
        if (elements > LONGEST_ARRAY) {
            throw new Refusal(tooLarge(largest, bytes) + ", which is more than one array holds; a smaller --input, or"
                    + " --tap with smaller layers, would work");
        }
        // Statistics and pictures of the maps take some more beside it.
        if (bytes > heap - heap / 8) {
            throw new Refusal(tooLarge(largest, bytes) + ", and the heap may grow to " + gigabytes(heap)
                    + "; a smaller --input, --tap with smaller layers, or java -Xmx"
                    + (bytes / 7 * 8 / 1_000_000_000 + 1) + "g would help");
        }
    }

    private static String tooLarge(NodeFacts largest, long bytes) {
        return "The output of " + largest.node().path() + ", " + largest.output() + ", takes " + gigabytes(bytes);
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** Whether a run has to keep that layer's output. */
    boolean keeps(String path) {
        return paths.contains(path) || told.path().equals(path);
    }

    /** The likeliest classes of one picture of a run. */
    List<Prediction> predictions(Activations activations, int picture) {
        return told.of(activations, picture);
    }

    /** Writes the files of one picture of a run and says what came out of each layer. */
    List<RunReport.Row> rows(Activations activations, int picture) {
        FileNames names = new FileNames();
        List<RunReport.Row> rows = new ArrayList<>();
        for (NodeFacts facts : analysis.nodes()) {
            String path = facts.node().path();
            if (paths.contains(path)) {
                Tensor output = activations.get(path, picture);
                String name = names.of(path);
                rows.add(new RunReport.Row(
                        path,
                        facts.node().operation().type().id(),
                        facts.output(),
                        MapStatistics.of(output),
                        facts.output().vector() ? largest(output) : OptionalInt.empty(),
                        activations.milliseconds(path) / activations.pictures(),
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
        WholeFile.write(file, out -> NpyFile.write(out, output));
        return file.toString();
    }
}
