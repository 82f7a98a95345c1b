package org.convscape.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.convscape.engine.onednn.Descriptions.INFERENCE;
import static org.convscape.engine.onednn.Descriptions.maps;
import static org.convscape.engine.onednn.Descriptions.plainLoops;
import static org.convscape.engine.onednn.Descriptions.vector;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.lrn_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.softmax_forward;

/** Makes primitives that divide values by something that is common to several of them. */
final class Normalisations {
    private static final int CHANNELS = 1;

    private final engine engine;

    Normalisations(engine engine) {
        this.engine = engine;
    }

    /** Each channel by a mean and a variance that are given. */
    Optional<Compiled> perChannel(Call.PerChannel call) {
        memory.desc values = maps(call.pictures(), call.channels(), call.height(), call.width());
        int given = dnnl.dnnl_use_global_stats
                | (call.gamma() ? dnnl.dnnl_use_scale : 0)
                | (call.beta() ? dnnl.dnnl_use_shift : 0);
        batch_normalization_forward.primitive_desc chosen = new batch_normalization_forward.primitive_desc(
                new batch_normalization_forward.desc(INFERENCE.value, values, call.epsilon(), given), engine);
        if (plainLoops(chosen)) {
            return Optional.empty();
        }
        memory.desc each = vector(call.channels());
        Map<Integer, memory.desc> arguments = new HashMap<>(
                Map.of(DNNL_ARG_SRC, values, DNNL_ARG_DST, values, DNNL_ARG_MEAN, each, DNNL_ARG_VARIANCE, each));
        if (call.gamma()) {
            arguments.put(DNNL_ARG_SCALE, each);
        }
        if (call.beta()) {
            arguments.put(DNNL_ARG_SHIFT, each);
        }
        return Optional.of(new Compiled(engine, new batch_normalization_forward(chosen), arguments, null));
    }

    /** Each value by the squares of its neighbours in other channels. */
    Optional<Compiled> acrossChannels(Call.AcrossChannels call) {
        memory.desc values = maps(call.pictures(), call.channels(), call.height(), call.width());
        lrn_forward.primitive_desc chosen = new lrn_forward.primitive_desc(
                new lrn_forward.desc(
                        INFERENCE,
                        dnnl.algorithm.lrn_across_channels,
                        values,
                        call.size(),
                        (float) call.alpha(),
                        (float) call.beta(),
                        (float) call.k()),
                engine);
        return plainLoops(chosen)
                ? Optional.empty()
                : Optional.of(new Compiled(engine, new lrn_forward(chosen), sameShape(values), null));
    }

    /** Exponentials by their sum along the channels. */
    Optional<Compiled> shares(Call.Shares call) {
        memory.desc values = maps(call.pictures(), call.channels(), call.height(), call.width());
        softmax_forward.primitive_desc chosen =
                new softmax_forward.primitive_desc(new softmax_forward.desc(INFERENCE, values, CHANNELS), engine);
        return plainLoops(chosen)
                ? Optional.empty()
                : Optional.of(new Compiled(engine, new softmax_forward(chosen), sameShape(values), null));
    }

    private static Map<Integer, memory.desc> sameShape(memory.desc values) {
        return Map.of(DNNL_ARG_SRC, values, DNNL_ARG_DST, values);
    }
}
