package org.convscape.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;
import org.convscape.weights.FoldedWeights;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.Checksum;

/** The weights that a document is run and exported with. */
public final class DocumentWeights {

    /** The setting of a document that names the file which its weights come from. */
    static final String FILE = "weights";

    private DocumentWeights() {}

    /** A document whose weights come from a file. */
    public static Document from(Document document, Path file) {
        return document.setting(FILE, file.toAbsolutePath().toString());
    }

    /** The file that the weights come from; empty where all are drawn. */
    public static Optional<String> file(Document document) {
        return Optional.ofNullable(document.settings().get(FILE)).filter(name -> !name.isBlank());
    }

    /** The file of weights that a document was told to run on, with the first digits of its SHA-256. */
    public record Taken(String file, String hash) {
        private static final String FILE = "weights-file";
        private static final String HASH = "weights-sha256";
        private static final int DIGITS = 16;

        /** Weights drawn at random. */
        public static final Taken NONE = new Taken("", "");

        /** A file by its whole hash. */
        public static Taken of(Path file, String sha256) {
            return new Taken(file.toAbsolutePath().toString(), sha256.substring(0, DIGITS));
        }

        /** What a document says; {@link #NONE} where it says nothing. */
        public static Taken by(Document document) {
            return new Taken(
                    document.settings().getOrDefault(FILE, ""),
                    document.settings().getOrDefault(HASH, ""));
        }

        /** The changes that make a document run on it. */
        public List<Edit> edits() {
            return List.of(new Edit.SetSetting(FILE, file), new Edit.SetSetting(HASH, hash));
        }

        /** That another file lies where it was, as a sentence; empty where it is the same, or nobody knows. */
        public Optional<String> replaced() {
            return hash.isEmpty() || Checksum.of(Path.of(file)).sha256().startsWith(hash)
                    ? Optional.empty()
                    : Optional.of(Path.of(file).getFileName() + " is not the file that this document was saved with: "
                            + "its SHA-256 does not begin with " + hash);
        }
    }

    /**
     * From the document's file, and what that does not have drawn from the document's seed; where layers are folded,
     * those of the layers they stand for, taken together.
     */
    public static WeightStore of(Document document, Analysis analysis) {
        return of(document, analysis, RunSettings.of(document).seed());
    }

    /** The same from another seed. */
    public static WeightStore of(Document document, Analysis analysis, long seed) {
        return over(unfolded(document, seed), document, analysis);
    }

    /** Where the weights come from if nothing else was chosen, in a few words. */
    public static String words(Document document, long seed) {
        String drawn = "drawn from seed " + seed;
        return file(document)
                .map(file -> OpenedModels.weights(file).isPresent()
                        ? "of the model " + Path.of(file).getFileName()
                        : drawn + ", because " + file + " cannot be read any more")
                .orElse(drawn);
    }

    /** The same for the layers that folded ones stand for. */
    public static WeightStore unfolded(Document document, long seed) {
        WeightStore drawn = new SeededWeights(seed);
        return file(document)
                .flatMap(OpenedModels::weights)
                .<WeightStore>map(stored -> new Stored(stored, drawn))
                .orElse(drawn);
    }

    /** From elsewhere; where layers are folded, those of the layers they stand for, taken together. */
    public static WeightStore over(WeightStore weights, Document document, Analysis analysis) {
        return FoldedWeights.over(
                weights, document.folds(), path -> analysis.node(path).weights());
    }

    /** Arrays of a file over others; two are equal when both parts are, which caches rely on. */
    private record Stored(OpenedModels.Arrays file, WeightStore otherwise) implements WeightStore {
        @Override
        public Tensor get(String origin, WeightSpec spec) {
            return file.get(origin, spec).orElseGet(() -> otherwise.get(origin, spec));
        }
    }
}
