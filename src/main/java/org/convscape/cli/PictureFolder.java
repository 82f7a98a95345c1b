package org.convscape.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.convscape.figures.Sentence;
import org.convscape.image.InputPreparation;
import org.convscape.image.NotAPicture;
import org.convscape.image.PictureFailure;
import org.convscape.io.FileNames;
import org.convscape.io.RunReport;
import org.convscape.weights.WeightStore;

/**
 * The pictures of a folder through one engine, which has the weights from the first on, several at once. What is no
 * picture is named and skipped; a picture that cannot be read is told, and the others go on.
 */
final class PictureFolder {
    private final Path folder;
    private final Tapped tapped;
    private final InputPreparation preparation;
    private final WeightStore weights;
    private final int batch;
    private final PrintWriter err;
    private final FileNames names = new FileNames();
    private final List<RunReport.Pass> passes = new ArrayList<>();
    private final List<RunReport.Failed> failed = new ArrayList<>();

    /**
     * A folder.
     *
     * @param batch how many pictures are computed at once, or fewer where the memory does not allow it
     */
    PictureFolder(
            Path folder, Tapped tapped, InputPreparation preparation, WeightStore weights, int batch, PrintWriter err) {
        this.folder = folder;
        this.tapped = tapped;
        this.preparation = preparation;
        this.weights = weights;
        this.batch = batch;
        this.err = err;
    }

    /**
     * Runs them all.
     *
     * @throws Refusal when there is none that can be read
     */
    void run(OpenEngine engine, WholeProgress progress) {
        List<Path> files = files();
        progress.expect(files.size());
        int atOnce = 0;
        List<ForwardPass> waiting = new ArrayList<>();
        for (Path file : files) {
            try {
                waiting.add(ForwardPass.of(tapped.analysis(), Source.picture(file, preparation)));
                if (atOnce == 0) {
                    atOnce = atOnce(engine, waiting.get(0));
                }
                if (waiting.size() == atOnce) {
                    run(engine, waiting, progress);
                }
                continue;
            } catch (NotAPicture e) {
                tell(progress, e.getMessage() + "; skipped");
            } catch (PictureFailure e) {
                failed.add(new RunReport.Failed(String.valueOf(file.getFileName()), e.getMessage()));
                tell(progress, e.getMessage());
            }
            progress.over(1);
        }
        if (!waiting.isEmpty()) {
            run(engine, waiting, progress);
        }
        if (passes.isEmpty()) {
            throw new Refusal(folder + " holds no picture that can be read");
        }
    }

    /** What the runs gave. */
    List<RunReport.Pass> passes() {
        return passes;
    }

    /** The pictures that could not be read. */
    List<RunReport.Failed> failed() {
        return failed;
    }

    private void tell(WholeProgress progress, String sentence) {
        progress.clear();
        err.println(Sentence.line(sentence));
    }

    private int atOnce(OpenEngine engine, ForwardPass first) {
        return batch == 1 ? 1 : Math.min(batch, engine.picturesAtOnce(first.request(weights, tapped::keeps)));
    }

    /** Computes those that wait; none waits afterwards. */
    private void run(OpenEngine engine, List<ForwardPass> waiting, WholeProgress progress) {
        List<Tapped> files = waiting.stream()
                .map(pass -> tapped.in(names.of(pass.source().replaceAll("(?<=.)\\.\\w+$", ""))))
                .toList();
        progress.together(waiting.size());
        passes.addAll(ForwardPass.run(engine, weights, waiting, files, progress));
        progress.over(waiting.size());
        waiting.clear();
    }

    private static boolean hidden(Path file) {
        try {
            return Files.isHidden(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** The files by name, but for those that are hidden; folders within are not looked into, and that is said. */
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
                    .forEach(files::add);
        } catch (IOException e) {
            throw new Refusal(folder + " could not be read");
        }
        // What is hidden, such as .gitkeep, is there for other programs, and nobody wonders that it is no picture.
        files.removeIf(PictureFolder::hidden);
        files.removeIf(file -> {
            if (Files.isDirectory(file)) {
                err.println(Sentence.line(file.getFileName() + " is a folder in the folder; skipped"));
                return true;
            }
            return false;
        });
        return files;
    }
}
