package org.convscape.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.ComparisonTable;
import org.convscape.document.Document;
import org.convscape.engine.Engine;
import org.convscape.engine.EngineFailure;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.RunSettings;
import org.convscape.figures.Sentence;
import org.convscape.io.ComparisonReport;
import org.convscape.io.FileFailure;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.timing.Roofline;
import org.convscape.timing.TimedRuns;
import org.convscape.timing.Timing;
import org.convscape.timing.TimingTable;

/** The models of one comparison: what could be read of them, and what was measured. */
final class Compared {
    private final List<String> names = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Analysis> analyses = new ArrayList<>();
    private final Map<String, String> unread = new LinkedHashMap<>();
    private final Map<Integer, TimingTable> timings = new HashMap<>();
    private final Map<Integer, String> unmeasured = new HashMap<>();
    private String engine = "";

    private Compared() {}

    /**
     * Reads all of them. A file that cannot be read leaves the others to be compared.
     *
     * @throws Refusal where none can be read
     */
    static Compared read(Session session, ModelOptions options, SeedOption seed, List<String> names) {
        Compared compared = new Compared();
        for (String name : names) {
            try {
                Document document = seed.on(options.document(session, name));
                compared.names.add(compared.free(document.title()));
                compared.documents.add(document);
                compared.analyses.add(Analysis.of(document.graph()));
            } catch (FileFailure e) {
                compared.unread.put(name, Sentence.line(e.getMessage()));
            }
        }
        if (compared.analyses.isEmpty()) {
            throw new Refusal(String.join("; ", compared.unread.values()));
        }
        return compared;
    }

    /** A name that tells one model from the others, also where it stands there twice. */
    private String free(String title) {
        String free = title;
        for (int n = 2; names.contains(free); n++) {
            free = title + " (" + n + ")";
        }
        return free;
    }

    /** Runs each that is whole; one that cannot be run says why, and the others are measured. */
    void measure(Session session, MeasureOptions options, String picture, Progress progress) {
        Map<Integer, Timing> runs = new LinkedHashMap<>();
        try (Engine engine = options.engine(session)) {
            this.engine = engine.warmUp().join();
            for (int i = 0; i < names.size(); i++) {
                Analysis analysis = analyses.get(i);
                if (!analysis.complete() || analysis.nodes().isEmpty()) {
                    continue;
                }
                String name = names.get(i);
                Progress named = (done, total, message) -> progress.report(done, total, name + ": " + message);
                try {
                    runs.put(
                            i,
                            TimedRuns.of(
                                    engine,
                                    request(documents.get(i), analysis, picture),
                                    options.repetitions(),
                                    named,
                                    new Cancellation()));
                } catch (EngineFailure | OutOfMemoryError e) {
                    unmeasured.put(i, "not measured: " + Failures.sentence(e).orElse(""));
                }
            }
            // Afterwards, so that its large arrays do not lie about while networks are measured.
            Roofline roofline = runs.isEmpty() ? null : options.roofline(engine, progress);
            runs.forEach((i, timing) -> timings.put(i, TimingTable.of(timing, analyses.get(i), roofline)));
        }
    }

    private static ForwardRequest request(Document document, Analysis analysis, String picture) {
        RunSettings settings = RunSettings.of(document);
        return ForwardPass.of(analysis, MeasureOptions.source(picture, analysis, settings.preparation()))
                .request(DocumentWeights.of(document, analysis, settings.seed()), path -> true)
                .with(PlanOptions.FRESH);
    }

    /** What computed; empty where nothing was measured. */
    String engine() {
        return engine;
    }

    int size() {
        return names.size();
    }

    List<Analysis> analyses() {
        return analyses;
    }

    List<Document> documents() {
        return documents;
    }

    Map<String, String> unread() {
        return unread;
    }

    List<ComparisonReport.Model> models() {
        List<ComparisonReport.Model> models = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Document document = documents.get(i);
            models.add(new ComparisonReport.Model(
                    names.get(i),
                    DocumentWeights.words(document, RunSettings.of(document).seed()),
                    Optional.ofNullable(timings.get(i)),
                    unmeasured.getOrDefault(i, "")));
        }
        return models;
    }

    /** What was measured, for each model. */
    List<Optional<ComparisonTable.Times>> times() {
        List<Optional<ComparisonTable.Times>> times = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            times.add(Optional.ofNullable(timings.get(i)).map(Compared::times));
        }
        return times;
    }

    private static ComparisonTable.Times times(TimingTable timing) {
        Map<String, Double> byPath = new HashMap<>();
        timing.rows().forEach(row -> byPath.put(row.path(), row.milliseconds().median()));
        return new ComparisonTable.Times(byPath, timing.timing().total().median());
    }
}
