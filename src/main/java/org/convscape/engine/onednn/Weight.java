package org.convscape.engine.onednn;

import org.bytedeco.javacpp.Pointer;

/**
 * An array that is the same in every run.
 *
 * @param owner by which it is found again: the same object means the same values
 * @param memory the first value, in the order that the verb names; verbs may bring a kernel into another order there
 */
public record Weight(Object owner, Pointer memory) {}
