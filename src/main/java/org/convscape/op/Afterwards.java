package org.convscape.op;

import java.util.List;

/**
 * Something that is done to every value of a result before it is written.
 *
 * @param what is done
 * @param others the other values that enter, each of the result's shape; empty for all but a sum
 * @param <T> a value of an arithmetic
 */
public record Afterwards<T>(Pointwise what, List<T> others) {}
