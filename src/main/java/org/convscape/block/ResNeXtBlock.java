package org.convscape.block;

/** The bottleneck of ResNeXt: its spatial convolution runs in 32 separate groups (Xie et al. 2016, figure 3c). */
public final class ResNeXtBlock {

    /** The template. */
    public static final ResidualBottleneck TEMPLATE = new ResidualBottleneck(
            "residual-resnext",
            "ResNeXt",
            "A bottleneck whose 3×3 runs in 32 separate groups (Xie et al. 2016, figure 3c).",
            ResidualBottleneck.WIDTH.withDefault(128),
            ResidualBottleneck.GROUPS.withDefault(32));

    private ResNeXtBlock() {}
}
