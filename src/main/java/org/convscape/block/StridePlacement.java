package org.convscape.block;

/** Which convolution of a bottleneck takes the stride: same parameters, different multiply-adds. */
public enum StridePlacement {
    /** The first 1×1, as in the paper, Caffe and Keras ("v1"). */
    FIRST,
    /** The spatial convolution, as in torchvision ("v1.5"). */
    SPATIAL
}
