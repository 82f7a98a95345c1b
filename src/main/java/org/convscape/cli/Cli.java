package org.convscape.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.convscape.analysis.NetworkAlignment;
import org.convscape.attribute.ChoiceKind;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.exchange.Exporter;
import org.convscape.exchange.Exporters;
import org.convscape.figures.Sentence;
import org.convscape.image.Fit;
import org.convscape.image.Normalisation;
import org.convscape.io.CrashReport;
import org.convscape.io.FileFailure;
import org.convscape.io.PathText;
import org.convscape.io.TableFormat;
import org.convscape.zoo.NearestNames;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Carries commands out. Results go to {@code out} and nothing else does; a failure is one sentence on {@code err}. The
 * status is 0 for success, 1 where a part could not be done, 2 for what the user can mend, 70 for a fault of the
 * program.
 */
public final class Cli {

    /** Done. */
    public static final int SUCCESS = 0;

    /** Done, but for what a sentence named. */
    public static final int PARTLY = 1;

    /** The command cannot be carried out as given. */
    public static final int REFUSED = 2;

    /** The program is at fault; a report was written. */
    public static final int FAULT = 70;

    private static final String NAME = "convscape";

    private final Session session;
    private final PrintWriter out;
    private final PrintWriter err;

    private Cli(Session session, PrintWriter out, PrintWriter err) {
        this.session = session;
        this.out = out;
        this.err = err;
    }

    /**
     * Carries out the command that the arguments name, with its results as UTF-8; where they cannot be written, that is
     * a refusal of its own.
     */
    public static int run(List<String> arguments, Session session, OutputStream out, PrintWriter err) {
        StandardOutput watched = new StandardOutput(out);
        int status = run(arguments, session, new PrintWriter(watched, false, StandardCharsets.UTF_8), err);
        Optional<String> fault = watched.fault();
        fault.ifPresent(err::println);
        return fault.isPresent() ? REFUSED : status;
    }

    /** Carries out the command that the arguments name. */
    public static int run(List<String> arguments, Session session, PrintWriter out, PrintWriter err) {
        Cli cli = new Cli(session, out, err);
        int status;
        try {
            status = cli.commandLine().execute(arguments.toArray(String[]::new));
        } catch (Throwable e) {
            // Errors such as a full heap reach this place; no stack trace reaches a user.
            status = cli.failed(e);
        }
        out.flush();
        err.flush();
        return status;
    }

    private CommandLine commandLine() {
        CommandLine line = new CommandLine(new RootCommand())
                .addSubcommand("list", new ListCommand(session))
                .addSubcommand("cost", new CostCommand(session))
                .addSubcommand("compare", new CompareCommand(session))
                .addSubcommand("run", new RunCommand(session))
                .addSubcommand("time", new TimeCommand(session))
                .addSubcommand("export", new ExportCommand(session))
                .addSubcommand("tour", new TourCommand(session))
                .addSubcommand(
                        "weights",
                        new CommandLine(new WeightsCommand())
                                .addSubcommand("list", new WeightsListCommand(session))
                                .addSubcommand("get", new WeightsGetCommand(session))
                                .addSubcommand("check", new WeightsCheckCommand()))
                .setCommandName(NAME)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((failure, arguments) -> misused(failure))
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure));
        line.getCommandSpec().versionProvider(new Version(session));
        line.registerConverter(Path.class, text -> {
            try {
                return PathText.of(text);
            } catch (FileFailure e) {
                throw new TypeConversionException(e.getMessage());
            }
        });
        CommandLine.ITypeConverter<Integer> number = text -> {
            if (!text.matches("[+-]?\\d{1,10}") || Long.parseLong(text) != (int) Long.parseLong(text)) {
                throw new TypeConversionException("expected a whole number, found \"" + text + "\"");
            }
            return Integer.valueOf(text);
        };
        line.registerConverter(Integer.class, number);
        line.registerConverter(int.class, number);
        line.registerConverter(Exporter.class, Cli::exporter);
        choice(line, TableFormat.class);
        choice(line, Grouping.class);
        choice(line, NetworkAlignment.By.class);
        choice(line, Fit.class);
        line.registerConverter(Normalisation.class, text -> Normalisation.find(text)
                .orElseThrow(() -> new TypeConversionException(
                        "expected " + Normalisation.expected() + "; found \"" + text + "\"")));
        return line;
    }

    private static Exporter exporter(String id) {
        return Exporters.find(id.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Exporters.standard().stream().map(Exporter::id).collect(Collectors.joining(", "))
                        + ", found \"" + id + "\""));
    }

    private static <E extends Enum<E>> void choice(CommandLine line, Class<E> type) {
        ChoiceKind<E> kind = new ChoiceKind<>(type);
        line.registerConverter(type, text -> {
            try {
                return kind.parse(text);
            } catch (InvalidAttribute e) {
                throw new TypeConversionException(e.getMessage());
            }
        });
    }

    private int misused(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String sentence = failure.getMessage();
        if (failure instanceof UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            String word = unmatched.getUnmatched().get(0);
            sentence = "There is no command \"" + word + "\""
                    + NearestNames.hint(word, command.getSubcommands().keySet());
        }
        String first =
                sentence.replaceFirst("^Error: ", "").lines().findFirst().orElse("The arguments are not understood");
        err.println(Sentence.line(first) + " (see " + name + " --help)");
        return REFUSED;
    }

    private int failed(Throwable failure) {
        if (failure instanceof CancellationException) {
            err.println("Cancelled");
            return REFUSED;
        }
        return Failures.sentence(failure)
                .map(sentence -> {
                    err.println(sentence);
                    return REFUSED;
                })
                .orElseGet(() -> {
                    err.println(CrashReport.write(failure));
                    return FAULT;
                });
    }
}
