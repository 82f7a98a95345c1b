package org.convscape.weights.fetch;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Writes the body of an answer into a part file, piece by piece, and no more than is wanted. Once stopped it writes
 * nothing more, whatever still arrives.
 */
final class Incoming implements BodySubscriber<Void> {
    private final PartFile part;
    private final long most;
    private final CompletableFuture<Void> body = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private long length;
    private long lastPiece = System.nanoTime();
    private boolean tooLarge;
    private IOException unwritten;
    private boolean stopped;

    /** Adds to a part of so many bytes up to {@code most}. */
    Incoming(PartFile part, long length, long most) {
        this.part = part;
        this.length = length;
        this.most = most;
    }

    /** The subscriber for an answer whose body nobody wants. */
    static BodySubscriber<Void> unwanted() {
        Incoming nothing = new Incoming(null, 0, 0);
        nothing.stop();
        nothing.body.complete(null);
        return nothing;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (stopped) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> pieces) {
        if (stopped) {
            return;
        }
        lastPiece = System.nanoTime();
        try {
            for (ByteBuffer piece : pieces) {
                tooLarge |= length + piece.remaining() > most;
                if (tooLarge) {
                    end(new IOException("too large"));
                    return;
                }
                length += piece.remaining();
                part.write(piece);
            }
            subscription.request(1);
        } catch (IOException e) {
            unwritten = e;
            end(e);
        }
    }

    private void end(IOException reason) {
        stop();
        body.completeExceptionally(reason);
    }

    @Override
    public synchronized void onError(Throwable failure) {
        stopped = true;
        body.completeExceptionally(failure);
    }

    @Override
    public synchronized void onComplete() {
        stopped = true;
        body.complete(null);
    }

    /** Nothing more is written from here on. */
    synchronized void stop() {
        stopped = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    /** How many bytes the part has. */
    synchronized long length() {
        return length;
    }

    /** When the last piece came, by {@link System#nanoTime()}. */
    synchronized long lastPiece() {
        return lastPiece;
    }

    /** Whether more came than was wanted. */
    synchronized boolean tooLarge() {
        return tooLarge;
    }

    /** Why a piece could not be written; null where all could. */
    synchronized IOException unwritten() {
        return unwritten;
    }
}
