package org.convscape.viewmodel.canvas;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.convscape.engine.Activations;
import org.convscape.execution.RunResult;
import org.convscape.scene.CardContent;
import org.convscape.scene.CardFormat;
import org.convscape.scene.StripPixels;
import org.convscape.task.JobRunner;
import org.convscape.task.Latest;
import org.convscape.tensor.Tensor;

/**
 * The maps on the cards as pixels, made off the screen's thread when a card that is seen asks for them, and kept within
 * a budget: those that were not asked for longest go first. After another run the strips of the run before stay until
 * the new ones are made, so that no card goes blank meanwhile.
 */
final class CardMaps {
    private record Key(String node, CardFormat format) {}

    private final Executor screen;
    private final JobRunner raster;
    private final long budget;
    private final Runnable arrived;
    private final Training training;
    private final Map<Key, CardFace> made = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Key> asked = new HashSet<>();
    private final Latest latest = new Latest();
    private RunResult result;
    private Latest.Request shown = latest.next();
    private long bytes;

    /**
     * @param budget how many bytes of pixels are kept
     * @param training is asked beside the screen
     * @param arrived called on the screen's thread when there is something new to show
     */
    CardMaps(Executor screen, JobRunner raster, long budget, Training training, Runnable arrived) {
        this.screen = screen;
        this.raster = raster;
        this.budget = budget;
        this.training = training;
        this.arrived = arrived;
    }

    /** From now on shows this run, and nothing of nodes that it did not compute; null for none. */
    void show(RunResult fresh) {
        result = fresh;
        shown = latest.next();
        asked.clear();
        Set<String> computed = fresh == null ? Set.of() : fresh.activations().paths();
        made.keySet().removeIf(key -> !computed.contains(key.node()));
        bytes = made.values().stream().mapToLong(CardFace::bytes).sum();
        arrived.run();
    }

    /** What is shown on a card that stands for these nodes; where maps can be made, they will arrive. */
    Optional<CardFace> face(CardContent card, Collection<String> members) {
        return card.maps().isEmpty()
                ? Optional.empty()
                : face(card.maps(), card.format()).map(face -> face.drawn(training.missing(members)));
    }

    /** The maps of a node, or those of the run before until they have been made; then {@code arrived} is called. */
    Optional<CardFace> face(String node, CardFormat format) {
        Key key = new Key(node, format);
        if (result != null && asked.add(key)) {
            make(key, result, shown);
        }
        return Optional.ofNullable(made.get(key));
    }

    private void make(Key key, RunResult of, Latest.Request request) {
        Activations activations = of.activations();
        if (!activations.paths().contains(key.node())) {
            return;
        }
        raster.start((progress, cancellation) -> made(key, activations.get(key.node())))
                .result()
                .whenComplete((face, failure) -> screen.execute(() -> {
                    // A failure here means that the run was replaced meanwhile: the newer one is asked instead.
                    if (request.current() && face != null) {
                        keep(key, face);
                        arrived.run();
                    }
                }));
    }

    private CardFace made(Key key, Tensor output) {
        return new CardFace(StripPixels.of(output, key.format()), training.classes(key.node(), output), false);
    }

    private void keep(Key key, CardFace face) {
        CardFace before = made.put(key, face);
        bytes += face.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Map.Entry<Key, CardFace>> oldest = made.entrySet().iterator();
        while (bytes > budget && made.size() > 1 && oldest.hasNext()) {
            Map.Entry<Key, CardFace> entry = oldest.next();
            bytes -= entry.getValue().bytes();
            asked.remove(entry.getKey());
            oldest.remove();
        }
    }

    /** How many bytes of pixels are kept. */
    long bytes() {
        return bytes;
    }
}
