package org.convscape.viewmodel.inspector;

import java.util.Locale;
import org.convscape.block.Activation;
import org.convscape.image.Fit;
import org.convscape.image.Normalisation;

/** How a choice is shown: by its own label where it has one, else by its name in plain words. */
final class ChoiceLabels {
    private ChoiceLabels() {}

    static String of(Object choice) {
        if (choice instanceof Normalisation normalisation) {
            return normalisation.label();
        }
        if (choice instanceof Fit fit) {
            return fit.label();
        }
        if (choice instanceof Activation activation) {
            return activation
                    .operation()
                    .map(operation -> operation.type().label())
                    .orElse("None");
        }
        String words = ((Enum<?>) choice).name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
