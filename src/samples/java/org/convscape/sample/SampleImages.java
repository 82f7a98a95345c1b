package org.convscape.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.convscape.image.PngWriter;
import org.convscape.sample.pattern.Drawing;
import org.convscape.sample.pattern.Gratings;
import org.convscape.sample.pattern.Lettering;
import org.convscape.sample.pattern.Patches;
import org.convscape.sample.pattern.Shapes;
import org.convscape.sample.pattern.ZonePlate;
import org.convscape.sample.scene.Ducks;
import org.convscape.sample.scene.Fruit;
import org.convscape.sample.scene.Harbour;
import org.convscape.sample.scene.Marbles;
import org.convscape.sample.scene.Street;
import org.convscape.sample.trace.Camera;
import org.convscape.sample.trace.Renderer;
import org.convscape.sample.trace.Scene;

/** Renders the pictures in {@code sample-images/} again: five traced scenes and five drawings. */
public final class SampleImages {
    private static final int WIDTH = 768;
    private static final int HEIGHT = 512;
    private static final int SAMPLES = 20;

    private static final List<Sample> ALL = List.of(
            traced("harbour.png", Harbour::scene, Harbour.camera(), 0.8),
            traced("fruit.png", Fruit::scene, Fruit.camera(), 0.85),
            traced("ducks.png", Ducks::scene, Ducks.camera(), 0.8),
            traced("street.png", Street::scene, Street.camera(), 0.58),
            traced("marbles.png", Marbles::scene, Marbles.camera(), 0.7),
            drawn("gratings.png", WIDTH, new Gratings(), 1),
            drawn("zone-plate.png", HEIGHT, new ZonePlate(HEIGHT), 1),
            drawn("shapes.png", WIDTH, new Shapes(), 4),
            new Sample("text.png", WIDTH, HEIGHT, SampleImages::lettering),
            drawn("textures.png", WIDTH, new Patches(), 2));

    private SampleImages() {}

    /**
     * Renders every picture into the folder that is named, or into {@code sample-images}, saying after each what was
     * written and how long it took.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments.length > 0 ? arguments[0] : "sample-images"));
        for (Sample sample : ALL) {
            long start = System.nanoTime();
            PngWriter.write(folder.resolve(sample.name()), sample.width(), sample.height(), sample.renderAll());
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s, %d×%d, %.1f s",
                    sample.name(),
                    sample.width(),
                    sample.height(),
                    (System.nanoTime() - start) / 1e9));
        }
    }

    static List<Sample> all() {
        return ALL;
    }

    private static Sample traced(String name, Supplier<Scene> scene, Camera camera, double exposure) {
        return new Sample(name, WIDTH, HEIGHT, (left, top, width, height) -> new Renderer(
                        scene.get(), camera, WIDTH, HEIGHT, SAMPLES, exposure)
                .render(left, top, width, height));
    }

    private static Sample drawn(String name, int width, Drawing drawing, int samples) {
        return new Sample(
                name,
                width,
                HEIGHT,
                (left, top, partWidth, partHeight) -> drawing.render(left, top, partWidth, partHeight, samples));
    }

    private static int[] lettering(int left, int top, int width, int height) {
        int[] page = new Lettering(WIDTH, HEIGHT).render();
        int[] part = new int[width * height];
        for (int row = 0; row < height; row++) {
            System.arraycopy(page, (top + row) * WIDTH + left, part, row * width, width);
        }
        return part;
    }
}
