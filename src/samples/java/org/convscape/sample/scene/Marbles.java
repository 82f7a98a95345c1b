package org.convscape.sample.scene;

import java.util.List;
import org.convscape.sample.trace.Camera;
import org.convscape.sample.trace.Haze;
import org.convscape.sample.trace.Lamp;
import org.convscape.sample.trace.Material;
import org.convscape.sample.trace.Model;
import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Scene;
import org.convscape.sample.trace.Texture;
import org.convscape.sample.trace.Vec;

/** Balls of glass, metal, stone and wood on a wooden floor, by the light of a window. */
public final class Marbles {
    private Marbles() {}

    /** All that is there; lengths in decimetres. */
    public static Scene scene() {
        Model model = Model.empty();
        floor(model);
        balls(model);
        Lamp window = new Lamp(new Vec(-9, 3, 4), new Vec(0, 0, -6), new Vec(0, 5, 0), new Vec(15, 14, 12.5));
        Lamp ceiling = new Lamp(new Vec(2, 9.5, 1), new Vec(3, 0, 0), new Vec(0, 0, 3), new Vec(6, 5.2, 4));
        Vec wall = Vec.rgb(0x9AA3A8).times(0.30);
        return new Scene(
                model, direction -> wall.times(0.6 + 0.4 * direction.y()), null, List.of(window, ceiling), Haze.NONE);
    }

    /** From a little above the floor, sharp at the glass ball. */
    public static Camera camera() {
        return new Camera(new Vec(0.6, 2.6, 7.6), new Vec(0.1, 0.65, 0), 30, 0.13, 7.3);
    }

    private static void floor(Model model) {
        Material wood = Material.coated(Textures.planks(0xC99A66, 0x6B4023, 1.1), 0.22);
        model.quad(new Vec(-30, 0, 12), new Vec(30, 0, 12), new Vec(30, 0, -14), new Vec(-30, 0, -14), wood);
        Material wall = Material.matt(Textures.mottled(0xC9C4B4, 0.9, 0.08));
        model.quad(new Vec(-30, 0, -14), new Vec(30, 0, -14), new Vec(30, 20, -14), new Vec(-30, 20, -14), wall);
    }

    private static void balls(Model model) {
        model.ball(new Vec(0.25, 1, 0.3), 1, Material.glass(Texture.plain(0xF4FBF8)));
        model.ball(new Vec(-2.0, 1.1, -1.2), 1.1, Material.metal(Texture.plain(0xF6E3B4), 0.03));
        model.ball(new Vec(2.3, 0.95, -0.9), 0.95, Material.coated(Textures.marble(0xEDE8E0, 0x3C4A57, 0.9), 0.05));
        model.ball(new Vec(0.9, 1.2, -3.6), 1.2, Material.coated(Texture.plain(0xB3201C), 0.08));
        model.ball(new Vec(-1.2, 0.5, 1.6), 0.5, Material.coated(striped(), 0.1));
        model.ball(new Vec(1.55, 0.42, 1.5), 0.42, Material.metal(Texture.plain(0xC98A6A), 0.22));
        model.ball(new Vec(-0.35, 0.3, 2.4), 0.3, Material.glass(Texture.plain(0x5BB9D6)));
        model.ball(new Vec(2.2, 0.33, 2.0), 0.33, Material.coated(Texture.plain(0x1F6B4A), 0.06));
        model.ball(new Vec(-3.9, 0.8, -3.2), 0.8, Material.coated(Texture.plain(0x2A4D9C), 0.3));
        model.ball(new Vec(4.4, 1.0, -4.4), 1.0, Material.matt(Textures.mottled(0xD8D2C4, 3, 0.15)));
    }

    private static Texture striped() {
        Vec cream = Vec.rgb(0xF3E3BE);
        Vec teal = Vec.rgb(0x136F7A);
        return point -> {
            double wave = StrictMath.sin(14 * (point.y() + 0.25 * point.x()) + 1.5 * Noise.octaves(point.times(2), 2));
            return cream.mix(teal, Noise.step(-0.15, 0.15, wave));
        };
    }
}
