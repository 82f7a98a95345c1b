package org.convscape.weights.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.convscape.figures.Figures;
import org.convscape.figures.Sentence;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.weights.published.Addresses;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.WeightsFolder;

/** Fetches one published file into a folder, whole and checked, or not at all. */
public final class Fetching {
    private static final int MOST_REDIRECTS = 10;
    private static final int BEGINNING = 64;

    private final PublishedFile file;
    private final WeightsFolder folder;
    private final Connection connection;
    private final Progress progress;
    private final Cancellation stop;
    private final Consumer<String> remarks;

    private Fetching(
            PublishedFile file,
            WeightsFolder folder,
            Connection connection,
            Progress progress,
            Cancellation stop,
            Consumer<String> remarks) {
        this.file = file;
        this.folder = folder;
        this.connection = connection;
        this.progress = progress;
        this.stop = stop;
        this.remarks = remarks;
    }

    /**
     * Fetches a file, unless it is there; goes on with what has come of it before.
     *
     * @param progress is told of bytes
     * @param remarks takes sentences on what is good to know, such as that there is no hash to check
     * @return where it lies
     * @throws FetchFailure with a sentence where it cannot be had
     * @throws java.util.concurrent.CancellationException when that was asked for; what has come is kept
     */
    public static Path fetch(
            PublishedFile file,
            WeightsFolder folder,
            Patience patience,
            Progress progress,
            Cancellation stop,
            Consumer<String> remarks) {
        if (folder.has(file)) {
            return folder.of(file);
        }
        Fetching fetching =
                new Fetching(file, folder, new Connection(patience, progress, stop), progress, stop, remarks);
        OptionalLong other = folder.otherSize(file);
        if (other.isPresent()) {
            throw new FetchFailure(folder.of(file) + " is there and has " + Figures.whole(other.getAsLong())
                    + " bytes, and " + file.size().exactly()
                    + " were expected: it is another file, or a part of it; move it away first");
        }
        try {
            fetching.run();
        } catch (IOException e) {
            throw fetching.failure(folder.path() + " cannot be written: " + reason(e), e);
        }
        return folder.of(file);
    }

    private static String reason(IOException e) {
        return Sentence.line(
                e instanceof FileAlreadyExistsException
                        ? "a file of that name is there, and a folder was expected"
                        : e instanceof AccessDeniedException ? "this user may not write there" : e.getMessage());
    }

    private FetchFailure failure(String what, Throwable cause) {
        return new FetchFailure(file.file() + " could not be fetched: " + what + "; " + folder.byHand(file), cause);
    }

    private FetchFailure failure(String what) {
        return failure(what, null);
    }

    private void run() throws IOException {
        Files.createDirectories(folder.path());
        try (PartFile part = PartFile.open(folder.of(file))) {
            boolean goOn = true;
            Answer answer = ask(part, true);
            if (answer.kind() == Answer.Kind.ANEW) {
                goOn = false;
                part.restart();
                answer = ask(part, false);
            }
            if (answer.kind() == Answer.Kind.ANEW || (!goOn && answer.kind() == Answer.Kind.NOTHING_MORE)) {
                throw failure("the server contradicts itself on how much of it there is");
            }
            check(part, answer);
            part.finish();
        }
    }

    /** Asks for the file, or its rest, wherever it is, and writes what comes. */
    private Answer ask(PartFile part, boolean resume) throws IOException {
        Optional<String> mark = resume ? part.mark(file, file.hash().known()) : Optional.empty();
        if (mark.isEmpty() && part.length() > 0) {
            part.restart();
        }
        long have = part.length();
        if (have > 0) {
            remarks.accept("Going on after " + Figures.bytes(have) + " that came before");
        }
        URI address = file.address();
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            Connection.Reply reply =
                    connection.ask(address, have, mark.orElse(""), answer -> accept(part, answer, have));
            explain(reply, part);
            if (reply.answer().kind() != Answer.Kind.ELSEWHERE) {
                return reply.answer();
            }
            address = elsewhere(address, reply.response());
        }
        throw failure("the server sends from one address to the next without end");
    }

    private URI elsewhere(URI from, HttpResponse<Void> response) {
        String location = response.headers().firstValue("Location").orElse("");
        try {
            URI to = from.resolve(location);
            if (to.getHost() != null && Addresses.maySendOn(from, to)) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw failure("the server sends on to \"" + Sentence.line(location) + "\", which is no address", e);
        }
        throw failure("the server sends on to \"" + Sentence.line(location) + "\", and " + Addresses.EXPECTED
                + " was expected");
    }

    /** Decides on the body of an answer before any of it is written; null where it is not wanted. */
    private Incoming accept(PartFile part, Answer answer, long have) {
        long most = Math.min(file.size().most(), answer.total().orElse(Long.MAX_VALUE));
        if (!answer.wanted() || unsuited(answer).isPresent()) {
            return null;
        }
        try {
            if (answer.kind() == Answer.Kind.WHOLE) {
                if (have > 0) {
                    remarks.accept("The server cannot go on where it was cut off, or the file has changed there:"
                            + " it is fetched from the beginning");
                }
                part.restart();
            }
            part.from(file, answer.mark());
            return new Incoming(part, part.length(), most);
        } catch (IOException e) {
            throw failure(folder.path() + " cannot be written: " + reason(e), e);
        }
    }

    /** What speaks against a file of the size that a server announces. */
    private Optional<String> unsuited(Answer answer) {
        if (answer.total().isEmpty()) {
            return Optional.empty();
        }
        long total = answer.total().getAsLong();
        if (!file.size().suits(total)) {
            return Optional.of("the server announces " + Figures.whole(total) + " bytes, and "
                    + file.size().exactly() + " were expected: this is another file");
        }
        long room = room();
        return total > room
                ? Optional.of("it has " + Figures.bytes(total) + ", and there is room for " + Figures.bytes(room)
                        + " in " + folder.path())
                : Optional.empty();
    }

    private long room() {
        try {
            long room = Files.getFileStore(folder.path()).getUsableSpace();
            Path part = PartFile.of(folder.of(file));
            return room + (Files.exists(part) ? Files.size(part) : 0);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Says what was the matter with an answer, if anything. */
    private void explain(Connection.Reply reply, PartFile part) throws IOException {
        if (reply.failed().isPresent()) {
            String kept = reply.length() > 0
                    ? "; " + Figures.bytes(reply.length())
                            + " have come and are kept, and fetching it again goes on from there"
                    : "";
            throw failure(reply.failed().get() + kept, reply.cause());
        }
        if (reply.tooLarge()) {
            part.delete();
            throw failure("it does not end after " + file.size().exactly() + ", so this is another file");
        }
        Answer answer = reply.answer();
        Optional<String> unsuited = answer.wanted() ? unsuited(answer) : Optional.empty();
        if (unsuited.isPresent()) {
            throw failure(unsuited.get());
        }
        switch (answer.kind()) {
            case REFUSED -> throw failure(answer.refusal());
            case PAGE -> throw failure("the server has sent a page to be read in a browser instead of the file");
            case PACKED -> throw failure("the server has packed it, which was not asked for");
            default -> {}
        }
    }

    private void check(PartFile part, Answer answer) throws IOException {
        long length = part.length();
        String beginning = new String(part.beginning(BEGINNING), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        String wrong = "";
        if (beginning.startsWith("<!doctype") || beginning.startsWith("<html")) {
            wrong = "the server has sent a page to be read in a browser instead of the file";
        } else if (beginning.startsWith("version https://git-lfs")) {
            wrong = "the server has sent a pointer of Git LFS instead of the file";
        } else if (length < answer.total().orElse(0) || !file.size().suits(length)) {
            wrong = "it has " + Figures.whole(length) + " bytes, and "
                    + (file.size().bytes().isEmpty()
                            ? Figures.whole(answer.total().orElse(1))
                            : file.size().exactly())
                    + " were expected";
        } else if (file.hash().known()) {
            String digits = file.hash().digitsOf(part.path(), progress, stop);
            if (!file.hash().agrees(digits)) {
                wrong = "what has come is not what was published: "
                        + file.hash().words() + " was expected, and " + digits + " was found";
            }
        } else {
            remarks.accept("No hash of " + file.file() + " is published, so its contents could not be checked");
        }
        if (!wrong.isEmpty()) {
            part.delete();
            throw failure(wrong);
        }
    }
}
