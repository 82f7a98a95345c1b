package org.convscape.engine.onednn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;

/** A primitive with places for its arguments: made once, then only told where the values lie. */
final class Compiled implements AutoCloseable {

    private final primitive primitive;
    private final IntMemoryMap arguments = new IntMemoryMap();
    private final Map<Integer, memory> places = new HashMap<>();
    private final memory.desc kernelOrder;
    private final List<Pointer> owned = new ArrayList<>();

    /**
     * Takes a primitive over, which outlives the scope that it was made in.
     *
     * @param kernelOrder how its kernel must lie; null where it has none
     */
    Compiled(engine engine, primitive primitive, Map<Integer, memory.desc> descriptions, memory.desc kernelOrder) {
        this.primitive = primitive;
        this.kernelOrder = kernelOrder;
        descriptions.forEach((argument, description) -> {
            memory place = new memory(description, engine, null);
            arguments.put(argument, place);
            places.put(argument, place);
            owned.add(place);
        });
        owned.add(arguments);
        owned.add(primitive);
        if (kernelOrder != null) {
            owned.add(kernelOrder);
        }
        owned.forEach(Pointer::retainReference);
    }

    /** How the kernel must lie. */
    memory.desc kernelOrder() {
        return kernelOrder;
    }

    /** Says where the values of an argument lie. */
    Compiled with(int argument, Pointer values) {
        places.get(argument).set_data_handle(values);
        return this;
    }

    /** Computes, and waits until all is written. */
    void run(stream stream) {
        primitive.execute(stream, arguments);
    }

    @Override
    public void close() {
        owned.forEach(Pointer::releaseReference);
    }
}
