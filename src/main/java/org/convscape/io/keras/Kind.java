package org.convscape.io.keras;

/** How one class of layers becomes operations of ours. */
@FunctionalInterface
interface Kind {

    /**
     * What the layer gives.
     *
     * @throws Refused when it cannot be, with the rest of a sentence
     */
    Value apply(Step step);
}
