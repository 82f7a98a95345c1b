package org.convscape.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.graph.GraphBuilder;
import org.convscape.io.FileStamp;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.session.Journal;
import org.convscape.session.KeptDocument;
import org.convscape.session.Snapshot;
import org.convscape.tensor.Shape;

/** What a program that was killed leaves in the folder of its state. */
public final class LeftBehind {
    private LeftBehind() {}

    /** A picture and a convolution with that many channels, under that title. */
    public static Document document(String title, int channels) {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(32, 32, 3)));
        graph.add("conv", Conv2d.of(channels, 3, 1, Padding.VALID, false), picture);
        return Document.of(title, graph.build());
    }

    /** Leaves documents with changes, in no file, the first of them shown; the folder of that session. */
    public static Path untitled(Path state, Document... documents) {
        return session(
                state,
                new Snapshot(
                        Stream.of(documents)
                                .map(document -> new KeptDocument(
                                        List.of(documents).indexOf(document) + 1,
                                        document,
                                        Optional.empty(),
                                        FileStamp.NOTHING,
                                        true))
                                .toList(),
                        0));
    }

    /** Leaves a session; its folder. */
    public static Path session(Path state, Snapshot snapshot) {
        try (Journal journal = new Journal(state.resolve("sessions"))) {
            journal.write(snapshot);
            return copy(journal.folder());
        }
    }

    /** A session as it is on the disk now, as if its program had been killed: a copy that nobody guards. */
    public static Path copy(Path session) {
        Path left = session.resolveSibling(session.getFileName() + "-left");
        try (Stream<Path> files = Files.list(session)) {
            Files.createDirectories(left);
            for (Path file : files.toList()) {
                Files.copy(file, left.resolve(file.getFileName()));
            }
            return left;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
