package org.convscape.io.keras;

import java.util.List;
import org.convscape.graph.Naming;

/**
 * Where a layer stands in a model.
 *
 * @param models the names of the models around it below the outermost, from the outside
 * @param folder where Keras 3 keeps the arrays of the model that it is in: empty or ending with a slash
 * @param counted what Keras 3 calls its group there, by class and number
 * @param name its own
 */
record LayerPlace(List<String> models, String folder, String counted, String name) {

    LayerPlace {
        models = List.copyOf(models);
    }

    /** The layer of the outermost model that it is or is in. */
    String outermost() {
        return models.isEmpty() ? name : models.get(0);
    }

    String text(String type) {
        String path = models.isEmpty() ? name : String.join("/", models) + "/" + name;
        String quoted = Naming.quoted(type);
        return Naming.quoted(path) + " (" + quoted.substring(1, quoted.length() - 1) + ")";
    }
}
