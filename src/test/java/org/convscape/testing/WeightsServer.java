package org.convscape.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that gives files away, in the ways that servers do, good and bad. */
public final class WeightsServer implements AutoCloseable {

    /** What it does with a request. */
    @FunctionalInterface
    public interface Manner {
        /** Answers. */
        void answer(HttpExchange exchange, byte[] file) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** Listens. */
    public WeightsServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /** Gives a file at a path. */
    public URI serve(String path, byte[] file, Manner manner) {
        server.createContext(path, exchange -> {
            asked.add(path + " " + String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
            try (exchange) {
                manner.answer(exchange, file);
            }
        });
        return address(path);
    }

    /** Where a path is. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Paths with the ranges that were asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The whole, or the part that is asked for. */
    public static void well(HttpExchange exchange, byte[] file) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"one\"");
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(file, from, file.length - from);
        }
    }

    /** The whole, whatever part is asked for. */
    public static void withoutRanges(HttpExchange exchange, byte[] file) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"one\"");
        exchange.sendResponseHeaders(200, file.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(file);
        }
    }

    /** So many bytes of what is asked for, and then nothing more. */
    public static Manner cutAfter(int bytes) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(Arrays.copyOf(file, bytes));
            exchange.getResponseBody().flush();
        };
    }

    /** So many bytes, and then silence until the other side has gone. */
    public static Manner silentAfter(int bytes) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(Arrays.copyOf(file, bytes));
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(120_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** A status and nothing else. */
    public static Manner status(int status) {
        return (exchange, file) -> exchange.sendResponseHeaders(status, -1);
    }

    /** Sends on to another address. */
    public static Manner sendOn(String to) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
