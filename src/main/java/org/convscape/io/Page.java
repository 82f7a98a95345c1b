package org.convscape.io;

import java.util.List;
import java.util.Optional;

/**
 * Tables with what holds for all of their numbers.
 *
 * @param subject what they are of, such as the model; empty where the terms name it
 * @param terms input, batch, unit, convention, and what else the numbers depend on; empty where there is nothing to say
 */
record Page(String subject, String terms, List<Table> tables) {
    Page {
        tables = List.copyOf(tables);
    }

    /** The page for a document, which has no room for what follows from the rest; empty where nothing remains. */
    Optional<Page> forDocument() {
        List<Table> kept = tables.stream()
                .map(Table::forDocument)
                .flatMap(Optional::stream)
                .toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Page(subject, terms, kept));
    }

    /** Subject and terms in one. */
    String heading() {
        return subject.isEmpty() ? terms : subject + ": " + terms;
    }
}
