package org.convscape.block;

/** The normalisation after a convolution of a block. */
public enum Normalisation {
    /** Batch normalisation with a learned scale and shift per channel (Ioffe and Szegedy 2015). */
    BATCH,
    /** Batch normalisation with a shift only, as Keras builds its Inception networks. */
    BATCH_WITHOUT_SCALE,
    /** None. */
    NONE
}
