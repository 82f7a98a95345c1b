package org.convscape.weights.file;

/** Where the numbers of one array come from. */
@FunctionalInterface
interface Values {

    /** All of them, row by row. */
    float[] read();
}
