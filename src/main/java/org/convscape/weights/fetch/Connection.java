package org.convscape.weights.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.convscape.figures.Sentence;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/** Asks servers, one after the other, and can be stopped at any moment. */
final class Connection {
    private static final long TURN_MILLISECONDS = 50;

    private final Patience patience;
    private final Progress progress;
    private final Cancellation stop;
    private final HttpClient client;

    Connection(Patience patience, Progress progress, Cancellation stop) {
        this.patience = patience;
        this.progress = progress;
        this.stop = stop;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connection())
                .build();
    }

    /**
     * What came of asking.
     *
     * @param answer null where none came
     * @param length how many bytes the part has then
     * @param failed why not all has come; empty where it has
     */
    record Reply(
            Answer answer,
            HttpResponse<Void> response,
            long length,
            boolean tooLarge,
            Optional<String> failed,
            Throwable cause) {}

    /**
     * Asks for a file, or for what follows on the first bytes of it.
     *
     * @param mark of the version whose beginning is there; empty where none is known
     * @param writer where a body goes; null for one that is not wanted
     */
    Reply ask(URI address, long have, String mark, Function<Answer, Incoming> writer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "Convscape");
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            if (!mark.isEmpty()) {
                request.header("If-Range", mark);
            }
        }
        AtomicReference<Answer> answer = new AtomicReference<>();
        AtomicReference<Incoming> incoming = new AtomicReference<>();
        CompletableFuture<HttpResponse<Void>> asked = client.sendAsync(request.build(), head -> {
            Answer read = Answer.of(head.statusCode(), head.headers(), have);
            answer.set(read);
            Incoming body = writer.apply(read);
            incoming.set(body);
            return body == null ? Incoming.unwanted() : body;
        });
        try {
            HttpResponse<Void> response = await(asked, answer, incoming);
            return new Reply(answer.get(), response, length(incoming), false, Optional.empty(), null);
        } catch (ExecutionException e) {
            return failed(address, answer.get(), incoming.get(), e.getCause());
        } catch (TimeoutException e) {
            return new Reply(
                    answer.get(), null, length(incoming), false, Optional.of(address.getHost() + e.getMessage()), e);
        } finally {
            if (incoming.get() != null) {
                incoming.get().stop();
            }
            asked.cancel(true);
        }
    }

    private static long length(AtomicReference<Incoming> incoming) {
        return incoming.get() == null ? 0 : incoming.get().length();
    }

    private HttpResponse<Void> await(
            CompletableFuture<HttpResponse<Void>> asked,
            AtomicReference<Answer> answer,
            AtomicReference<Incoming> incoming)
            throws ExecutionException, TimeoutException {
        long begun = System.nanoTime();
        while (true) {
            if (stop.requested()) {
                throw new CancellationException("Cancelled");
            }
            try {
                return asked.get(TURN_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted");
            } catch (TimeoutException e) {
                Incoming body = incoming.get();
                if (body == null) {
                    limit(begun, patience.connection().plus(patience.answer()), " did not answer within ");
                } else {
                    limit(body.lastPiece(), patience.silence(), " has sent nothing for ");
                    long total = answer.get().total().orElse(body.length() + 1);
                    progress.report(body.length(), Math.max(total, body.length() + 1), "fetching");
                }
            }
        }
    }

    private static void limit(long since, Duration most, String words) throws TimeoutException {
        if (System.nanoTime() - since > most.toNanos()) {
            throw new TimeoutException(words + Math.max(1, most.toSeconds()) + " s");
        }
    }

    private static Reply failed(URI address, Answer answer, Incoming incoming, Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof FetchFailure failure) {
                throw failure;
            }
        }
        String host = address.getHost();
        long length = incoming == null ? 0 : incoming.length();
        if (incoming != null && incoming.tooLarge()) {
            return new Reply(answer, null, length, true, Optional.empty(), cause);
        }
        String words;
        if (incoming != null && incoming.unwritten() != null) {
            words = "it could not be written; the system says: "
                    + Sentence.line(incoming.unwritten().getMessage());
        } else if (unresolved(cause)) {
            words = "the name " + host + " is not known here: there is no network, or no such server";
        } else if (cause instanceof HttpConnectTimeoutException) {
            words = host + " cannot be reached: nobody has answered there";
        } else if (cause instanceof ConnectException) {
            words = host + " cannot be reached: there is no network, or the server does not listen";
        } else if (cause instanceof SSLException) {
            words = "the connection to " + host + " is not safe: " + Sentence.line(cause.getMessage());
        } else if (cause instanceof IOException) {
            words = "the connection to " + host + " was cut off";
        } else {
            throw new IllegalStateException("Asking " + address, cause);
        }
        return new Reply(answer, null, length, false, Optional.of(words), cause);
    }

    private static boolean unresolved(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
