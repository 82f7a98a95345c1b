package org.convscape.execution;

import java.util.Map;
import java.util.TreeMap;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.OpenChoiceKind;
import org.convscape.document.Document;
import org.convscape.image.Fit;
import org.convscape.image.InputPreparation;
import org.convscape.image.Normalisation;

/** How a document is run: how pictures come into its input, and the seed its weights are drawn from. */
public record RunSettings(AttributeValues values) {

    /** How a picture of other proportions is brought into the input. */
    public static final Attribute<Fit> FIT = Attribute.choice(
            "fit",
            "Fit",
            InputPreparation.STANDARD.fit(),
            "Squash: " + Fit.SQUASH.help() + ". Crop: " + Fit.CROP.help() + ". Pad: " + Fit.PAD.help() + ".");

    /** How large a picture would be made before its centre is cut out. */
    public static final Attribute<Integer> RESIZE = Attribute.integer(
            "resize",
            "Shorter side",
            0,
            InputPreparation.LARGEST_RESIZE,
            InputPreparation.STANDARD.resize(),
            "How many pixels the shorter side of the picture would have when an input is cropped out of its centre:"
                    + " 256 for an input of 224 leaves a margin, as most published accuracies are stated. 0 crops as"
                    + " much as fits. Matters to Crop alone.");

    /** How pixels become numbers. */
    public static final Attribute<Normalisation> NORMALISATION = new Attribute<>(
            "normalisation",
            "Normalisation",
            new OpenChoiceKind<>(
                    Normalisation.class,
                    Normalisation.known(),
                    Normalisation::id,
                    Normalisation::find,
                    Normalisation.expected()),
            InputPreparation.STANDARD.normalisation(),
            "How pixels of 0 to 255 become the numbers that enter.");

    /** Where the weights come from. */
    public static final Attribute<Integer> SEED = Attribute.integer(
            "seed",
            "Seed of the weights",
            0,
            Integer.MAX_VALUE,
            1,
            "Weights are drawn at random, as at the start of training; the same seed gives the same weights.");

    /** All of them. */
    public static final AttributeSchema SCHEMA = AttributeSchema.of(FIT, RESIZE, NORMALISATION, SEED);

    /** The settings of a document; what it does not say, or says unreadably, is at its default. */
    public static RunSettings of(Document document) {
        Map<String, Object> given = new TreeMap<>();
        for (Attribute<?> attribute : SCHEMA.attributes()) {
            String text = document.settings().get(attribute.name());
            if (text != null) {
                try {
                    given.put(attribute.name(), attribute.parse(text));
                } catch (InvalidAttribute e) {
                    // A file from a newer program may name a choice this one lacks: the default stands in.
                    given.remove(attribute.name());
                }
            }
        }
        return new RunSettings(new AttributeValues(SCHEMA, given));
    }

    /** What a document's settings say of a preparation, by their names. */
    public static Map<String, String> of(InputPreparation preparation) {
        Map<String, String> said = new TreeMap<>();
        said.put(FIT.name(), preparation.fit().id());
        said.put(RESIZE.name(), Integer.toString(preparation.resize()));
        said.put(NORMALISATION.name(), preparation.normalisation().id());
        return said;
    }

    /** A document whose pictures are prepared so. */
    public static Document on(Document document, InputPreparation preparation) {
        Document prepared = document;
        for (Map.Entry<String, String> setting : of(preparation).entrySet()) {
            prepared = prepared.setting(setting.getKey(), setting.getValue());
        }
        return prepared;
    }

    /** How a picture is prepared. */
    public InputPreparation preparation() {
        return new InputPreparation(values.get(FIT), values.get(RESIZE), values.get(NORMALISATION));
    }

    /** The seed of the weights. */
    public long seed() {
        return values.get(SEED);
    }
}
