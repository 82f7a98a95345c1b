package org.convscape.engine.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_desc_base;

/** How values lie: channels-last maps, vectors, and what is common to all primitives. */
final class Descriptions {
    static final dnnl.prop_kind INFERENCE = dnnl.prop_kind.forward_inference;

    private Descriptions() {}

    /** Values in that order. */
    static memory.desc plain(memory.format_tag order, long... dimensions) {
        return new memory.desc(dimensions, memory.data_type.f32, order);
    }

    /** Channels-last maps. */
    static memory.desc maps(long pictures, long channels, long height, long width) {
        return plain(memory.format_tag.nhwc, pictures, channels, height, width);
    }

    /** Values one behind the other. */
    static memory.desc vector(long length) {
        return plain(memory.format_tag.a, length);
    }

    /** True where oneDNN would compute in plain loops. */
    static boolean plainLoops(primitive_desc_base description) {
        return description.impl_info_str().getString().startsWith("ref");
    }

    /** The algorithm that limits values. */
    static dnnl.algorithm limiting(double low, double high) {
        return low == 0 && high == Double.POSITIVE_INFINITY ? dnnl.algorithm.eltwise_relu : dnnl.algorithm.eltwise_clip;
    }
}
