package org.convscape.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.convscape.image.InputPreparation;
import org.convscape.image.NpyFile;
import org.convscape.image.Picture;
import org.convscape.image.PictureReader;
import org.convscape.image.SamplePictures;
import org.convscape.io.PathText;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/** What goes into a network: a picture that is prepared for each input, or an array that is taken as it is. */
interface Source {

    /** How a sample is named on the command line. */
    String SAMPLE = "sample:";

    /** The name of the picture or array. */
    String name();

    /** The values that enter an input of that shape. */
    Tensor values(Shape input);

    /** What was done to come to them, in the order it was done. */
    List<String> preparation(Shape input);

    /** The folder that a picture option names, where it names one. */
    static Optional<Path> folder(String name) {
        if (name.isBlank()) {
            throw new Refusal("--picture takes a picture file, sample:NAME or a folder; found nothing");
        }
        return name.startsWith(SAMPLE)
                ? Optional.empty()
                : Optional.of(PathText.of(name)).filter(Files::isDirectory);
    }

    /** A picture file, or {@code sample:NAME}. */
    static Source picture(String name, InputPreparation preparation) {
        folder(name).ifPresent(folder -> {
            throw new Refusal(folder + " is a folder; a picture file was expected");
        });
        return name.startsWith(SAMPLE)
                ? picture(sample(name), preparation)
                : picture(PathText.existing(name), preparation);
    }

    /** A picture file. */
    static Source picture(Path file, InputPreparation preparation) {
        return picture(PictureReader.read(file), preparation);
    }

    /** The picture of that name, or the first sample where none was named; empty for a folder. */
    static Optional<Picture> named(String name) {
        String wanted = name == null ? SAMPLE + SamplePictures.first() : name;
        return folder(wanted).isPresent()
                ? Optional.empty()
                : Optional.of(
                        wanted.startsWith(SAMPLE) ? sample(wanted) : PictureReader.read(PathText.existing(wanted)));
    }

    private static Picture sample(String name) {
        String wanted = name.substring(SAMPLE.length());
        return SamplePictures.load(SamplePictures.names().stream()
                .filter(each -> each.replaceAll("\\.\\w+$", "").equals(wanted))
                .findFirst()
                .orElse(wanted));
    }

    /** A picture. */
    static Source picture(Picture picture, InputPreparation preparation) {
        return new Source() {
            @Override
            public String name() {
                return picture.name();
            }

            @Override
            public Tensor values(Shape input) {
                return preparation.prepare(picture, input);
            }

            @Override
            public List<String> preparation(Shape input) {
                List<String> done = new ArrayList<>(picture.notes());
                done.add(preparation.describe(picture, input));
                done.add("normalised: " + preparation.normalisation().help());
                return done;
            }
        };
    }

    /** Values drawn at random, the same every time, for inputs that no picture fits. */
    static Source drawn() {
        return new Source() {
            @Override
            public String name() {
                return "values drawn at random";
            }

            @Override
            public Tensor values(Shape input) {
                Random random = new Random(1);
                Tensor tensor = Tensor.zeros(input.dimensions());
                for (int i = 0; i < tensor.size(); i++) {
                    tensor.values()[i] = (float) random.nextGaussian();
                }
                return tensor;
            }

            @Override
            public List<String> preparation(Shape input) {
                return List.of("normally distributed");
            }
        };
    }

    /** A {@code .npy} file. */
    static Source array(Path file) {
        Tensor tensor = NpyFile.readActivation(file);
        return new Source() {
            @Override
            public String name() {
                return String.valueOf(file.getFileName());
            }

            @Override
            public Tensor values(Shape input) {
                if (!tensor.shape().equals(input)) {
                    throw new Refusal(file + " holds " + tensor.shape() + ", and the input takes " + input
                            + (tensor.rank() == 3
                                    ? "; --input "
                                            + tensor.shape().toString().replace('×', 'x')
                                            + " builds the model for it"
                                    : ""));
                }
                return tensor;
            }

            @Override
            public List<String> preparation(Shape input) {
                return List.of("taken as it is");
            }
        };
    }
}
