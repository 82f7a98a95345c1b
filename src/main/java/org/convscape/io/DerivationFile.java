package org.convscape.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.convscape.analysis.Derivation;

/** Derivations as JSON; as text and LaTeX they write themselves. */
public final class DerivationFile {
    private DerivationFile() {}

    /** A list of derivations. */
    public static String write(List<Derivation> derivations, TableFormat format) {
        if (format == TableFormat.JSON) {
            return json(derivations);
        }
        // A derivation is no table: what is not JSON or LaTeX gets its equations as text.
        return derivations.stream()
                .map(format == TableFormat.LATEX ? Derivation::latex : Derivation::text)
                .collect(Collectors.joining("\n"));
    }

    private static String json(List<Derivation> derivations) {
        ArrayNode list = Json.array();
        for (Derivation derivation : derivations) {
            ObjectNode json = list.addObject();
            json.put("quantity", derivation.quantity());
            json.put("of", derivation.subject());
            json.put("basis", String.join(", ", derivation.basis()));
            json.put("value", derivation.value());
            json.put("complete", derivation.complete());
            ArrayNode summands = json.putArray("summands");
            derivation.summands().forEach(summand -> summands.addObject()
                    .put("label", summand.label())
                    .put("formula", summand.symbols())
                    .put("filled", summand.numbers())
                    .put("value", summand.value()));
            ArrayNode remarks = json.putArray("remarks");
            derivation.remarks().forEach(remarks::add);
            ArrayNode partOf = json.putArray("partOf");
            derivation
                    .partOf()
                    .forEach(sum -> partOf.addObject().put("label", sum.label()).put("value", sum.value()));
        }
        return Json.text(list);
    }
}
