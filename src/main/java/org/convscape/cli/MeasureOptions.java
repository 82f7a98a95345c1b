package org.convscape.cli;

import org.convscape.analysis.Analysis;
import org.convscape.engine.Engine;
import org.convscape.image.InputPreparation;
import org.convscape.image.SamplePictures;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.timing.Repetitions;
import org.convscape.timing.Roofline;
import org.convscape.timing.RooflineProbe;
import picocli.CommandLine.Option;

/** The options that say how times are measured, shared by the commands that do. */
final class MeasureOptions {
    private static final String GIVEN = "\\d+(\\.\\d+)?,\\d+(\\.\\d+)?";

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "30",
            description = "runs that are measured (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "runs before that (default: until the medians of ten runs stop falling, for 30 s at most)")
    private Integer warmUp;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads that the native kernels share their work among (default: as many as they choose)")
    private Integer threads;

    @Option(
            names = "--roofline",
            paramLabel = "GMACS,GBS",
            description = "takes these for the machine's peak and bandwidth instead of measuring them")
    private String given;

    /** How often a network is run. */
    Repetitions repetitions() {
        if (runs < 1 || (warmUp != null && warmUp < 0)) {
            throw new Refusal("--runs takes 1 or more and --warm-up 0 or more, found " + runs
                    + (warmUp == null ? "" : " and " + warmUp));
        }
        return new Repetitions(
                runs, warmUp == null ? Repetitions.UNTIL_SETTLED : warmUp, Repetitions.STANDARD.seconds());
    }

    /** How many threads were asked for; null where none were. */
    Integer threads() {
        return threads;
    }

    /** Refuses what cannot be read as a roofline, before anything is measured. */
    void check() {
        given();
    }

    /** The roofline that was given, or that of this machine, measured for some seconds. */
    Roofline roofline(Engine engine, Progress progress) {
        Roofline roofline = given();
        return roofline == null ? RooflineProbe.measure(engine, progress, new Cancellation()) : roofline;
    }

    /** Where the roofline comes from, in words. */
    String origin() {
        return given == null ? "measured through the engine just now" : "as given";
    }

    private Roofline given() {
        if (given == null) {
            return null;
        }
        if (!given.matches(GIVEN)) {
            throw new Refusal(
                    "--roofline takes GMAC/s and GB/s with a comma between, such as 150,12.5; found \"" + given + "\"");
        }
        String[] rates = given.split(",");
        try {
            return new Roofline(Double.parseDouble(rates[0]), Double.parseDouble(rates[1]));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--roofline: " + e.getMessage());
        }
    }

    /** The engine with the threads that were asked for. */
    Engine engine(Session session) {
        if (threads == null) {
            return session.engines().get();
        }
        int most = Runtime.getRuntime().availableProcessors();
        if (threads < 1 || threads > most) {
            throw new Refusal(
                    "--threads takes 1 to " + most + ", as many as this machine has processors; found " + threads);
        }
        return session.threaded().apply(threads);
    }

    /** The picture that was named; where none was, any, and values drawn at random where an input takes no picture. */
    static Source source(String picture, Analysis analysis, InputPreparation preparation) {
        boolean takesPictures = analysis.nodes().stream()
                .filter(facts -> facts.node().isInput())
                .allMatch(facts ->
                        facts.output().channels() == 1 || facts.output().channels() == 3);
        if (picture == null && !takesPictures) {
            return Source.drawn();
        }
        return Source.picture(picture == null ? Source.SAMPLE + SamplePictures.first() : picture, preparation);
    }
}
