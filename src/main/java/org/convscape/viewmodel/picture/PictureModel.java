package org.convscape.viewmodel.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.convscape.image.Fit;
import org.convscape.image.InputPreparation;
import org.convscape.image.Normalisation;
import org.convscape.image.Picture;
import org.convscape.image.PictureReader;
import org.convscape.image.SamplePictures;
import org.convscape.task.Failures;
import org.convscape.task.JobRunner;
import org.convscape.task.Latest;
import org.convscape.task.LatestWork;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/** The picture that all open networks are shown, and where others come from. A failure leaves the old picture. */
public final class PictureModel {
    private static final Shape THUMBNAIL = Shape.maps(64, 96, 3);

    private final JobRunner runner;
    private final Executor screen;
    private final List<SampleModel> samples =
            SamplePictures.names().stream().map(SampleModel::new).toList();
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private CompletableFuture<Picture> chosen =
            CompletableFuture.failedFuture(new IllegalStateException("No picture is chosen yet"));
    private final Latest latest = new Latest();

    /** Decodes with this runner; results reach the screen's thread through {@code screen}. */
    public PictureModel(JobRunner runner, Executor screen) {
        this.runner = runner;
        this.screen = screen;
    }

    /** The pictures that come with the program. */
    public List<SampleModel> samples() {
        return samples;
    }

    /** Makes the samples' small versions in the background. */
    public void loadThumbnails() {
        for (SampleModel sample : samples) {
            RunningJob<Picture> job =
                    runner.start((progress, cancellation) -> new InputPreparation(Fit.CROP, Normalisation.UNIT)
                            .preview(SamplePictures.load(sample.name()), THUMBNAIL));
            job.result().thenAccept(small -> screen.execute(() -> sample.thumbnail(small)));
        }
    }

    /** Chooses a sample. */
    public void chooseSample(String name) {
        load(() -> SamplePictures.load(name));
    }

    /** Chooses a file. */
    public void open(Path file) {
        load(() -> PictureReader.read(file));
    }

    private void load(Supplier<Picture> source) {
        Latest.Request request = latest.next();
        CompletableFuture<Picture> before = chosen;
        CompletableFuture<Picture> loading =
                runner.start((progress, cancellation) -> source.get()).result();
        chosen = loading;
        loading.whenComplete((loaded, problem) -> screen.execute(() -> {
            if (!request.current()) {
                return;
            }
            if (problem == null) {
                failure.set("");
                picture.set(loaded);
            } else {
                chosen = before;
                // The same sentence twice is said twice.
                failure.set("");
                failure.set(Failures.sentence(problem, "Opening the picture"));
            }
        }));
    }

    /** The picture that is shown; null before the first. */
    public ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Why the last picture could not be opened; empty when it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The chosen picture as the values of an input; waits for one that is still being decoded. */
    public CompletableFuture<Tensor> prepare(InputPreparation preparation, Shape input) {
        return chosen.thenCompose(loaded -> runner.start((progress, cancellation) -> preparation.prepare(loaded, input))
                .result());
    }

    /** Somewhere to prepare pictures beside the screen. */
    LatestWork latestPreparation() {
        return new LatestWork(runner, screen);
    }
}
