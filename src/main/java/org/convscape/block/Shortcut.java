package org.convscape.block;

/** What runs beside the residual branch (He et al. 2015, sections 3.2 and 4.1). */
public enum Shortcut {
    /** The input itself: needs equal channels and stride 1. */
    IDENTITY,
    /** A 1×1 convolution to the channels and size of the branch (option B). */
    PROJECTION,
    /** Every stride-th pixel, with channels of zeros around to make up the number (option A): no parameters. */
    ZERO_PAD,
    /** Every stride-th pixel: needs equal channels. */
    SUBSAMPLE,
    /** None: the plain twin of the block. */
    NONE
}
