package org.convscape.viewmodel.desk;

import java.nio.file.Path;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.exchange.Exported;
import org.convscape.exchange.Exporter;
import org.convscape.exchange.Exporters;
import org.convscape.task.Cancellation;
import org.convscape.task.Failures;
import org.convscape.task.JobRunner;
import org.convscape.viewmodel.activity.Activity;
import org.convscape.viewmodel.workspace.RunModel;

/** Writes documents for other programs, beside the screen; how far that is, and how it ended, is said. */
final class DocumentExport {
    private final Studio studio;
    private final JobRunner files;

    DocumentExport(Studio studio, JobRunner files) {
        this.studio = studio;
        this.files = files;
    }

    void write(OpenDocument document, Exporter to, Path file) {
        Document exported = document.workspace().document().titled(document.title());
        Analysis analysis = document.workspace().analysis();
        Optional<String> reason = to.needsShapes() ? RunModel.hindrance(analysis) : Optional.empty();
        if (reason.isPresent()) {
            studio.report("Cannot be exported yet. " + reason.get());
            return;
        }
        Exported what = new Exported(
                exported,
                analysis,
                studio.libraries().inventory(),
                studio.conventionProperty().get(),
                false,
                document.weights().store(exported, analysis),
                document.weights().words());
        String doing = "Exporting " + file.getFileName();
        Cancellation stop = new Cancellation();
        Activity activity = studio.activities().begin(Activity.Kind.EXPORT, doing, stop::request);
        files.start(
                        (done, total, weight) ->
                                studio.screen().execute(() -> activity.report(Activity.share(done, total), weight)),
                        (progress, unused) -> Exporters.write(to, what, file, progress, stop))
                .result()
                .whenComplete((written, failure) -> studio.screen().execute(() -> {
                    studio.activities().end(activity);
                    if (failure == null) {
                        studio.say("Exported " + written);
                    } else if (stop.requested()) {
                        studio.say(doing + " was cancelled");
                    } else {
                        studio.report(Failures.sentence(failure, "Exporting " + file));
                    }
                }));
    }
}
