package org.convscape.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The pictures that come with the program, each rendered by code of this project. */
public final class SamplePictures {
    private static final String FOLDER = "/org/convscape/sample-images/";
    private static final List<String> NAMES = List.of(
            "harbour.png",
            "fruit.png",
            "ducks.png",
            "street.png",
            "marbles.png",
            "gratings.png",
            "zone-plate.png",
            "shapes.png",
            "text.png",
            "textures.png");

    private SamplePictures() {}

    /** The names of all samples, the most telling first. */
    public static List<String> names() {
        return NAMES;
    }

    /** The one shown at the first start. */
    public static String first() {
        return NAMES.get(0);
    }

    /**
     * Loads a sample.
     *
     * @throws PictureFailure naming the samples when there is none of that name
     */
    public static Picture load(String name) {
        if (!NAMES.contains(name)) {
            throw new PictureFailure(
                    "There is no sample picture \"" + name + "\"; there are " + String.join(", ", NAMES));
        }
        try (InputStream stream = SamplePictures.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new PictureFailure("The sample picture " + name + " is missing from this build of the program");
            }
            return PictureReader.read(name, stream.readAllBytes(), PictureLimits.STANDARD);
        } catch (IOException e) {
            throw new PictureFailure("The sample picture " + name + " could not be read", e);
        }
    }
}
