package org.convscape.engine.nd4j;

/** How the verbs are computed, the fastest way first. */
enum Way {
    /** oneDNN itself, and ND4J's operations for what it does not know. */
    DIRECT,
    /** ND4J's operations, with the oneDNN kernels that its native build brings, where it does. */
    OPERATIONS,
    /** ND4J's operations in its own kernels, as on a platform without oneDNN. */
    PLAIN_OPERATIONS
}
