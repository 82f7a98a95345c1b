package org.convscape.testing;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/**
 * An independent engine to compare with: runs an ONNX model on the CPU, values in and out in our channels-last layout.
 */
public final class OnnxRuntimeSession implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /** Loads a model. */
    public OnnxRuntimeSession(byte[] model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(2);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new AssertionError("ONNX Runtime refuses the model: " + e.getMessage(), e);
        }
    }

    /** Loads a model from a file. */
    public OnnxRuntimeSession(Path model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(2);
            session = environment.createSession(model.toString(), options);
        } catch (OrtException e) {
            throw new AssertionError("ONNX Runtime refuses the model: " + e.getMessage(), e);
        }
    }

    /** Runs the model on these inputs, by name; gives every output, by name. */
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        run(inputs, outputs::put);
        return outputs;
    }

    /** Runs the model on these inputs, by name; hands every output over, one after the other. */
    public void run(Map<String, Tensor> inputs, BiConsumer<String, Tensor> receiver) {
        Map<String, OnnxTensor> given = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
                given.put(input.getKey(), channelsFirst(input.getValue()));
            }
            try (OrtSession.Result result = session.run(given)) {
                for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
                    receiver.accept(output.getKey(), channelsLast((OnnxTensor) output.getValue()));
                }
            } finally {
                given.values().forEach(OnnxTensor::close);
            }
        } catch (OrtException e) {
            throw new AssertionError("ONNX Runtime cannot run the model: " + e.getMessage(), e);
        }
    }

    /** The names of the inputs that the model declares. */
    public Map<String, NodeInfo> declaredInputs() {
        try {
            return session.getInputInfo();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    private OnnxTensor channelsFirst(Tensor tensor) throws OrtException {
        Shape shape = tensor.shape();
        if (shape.vector()) {
            return OnnxTensor.createTensor(
                    environment, FloatBuffer.wrap(tensor.values()), new long[] {1, shape.channels()});
        }
        int positions = Math.toIntExact(shape.positions());
        float[] values = new float[tensor.size()];
        for (int position = 0; position < positions; position++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                values[channel * positions + position] = tensor.values()[position * shape.channels() + channel];
            }
        }
        return OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(values), new long[] {1, shape.channels(), shape.height(), shape.width()});
    }

    private static Tensor channelsLast(OnnxTensor tensor) {
        long[] extents = tensor.getInfo().getShape();
        float[] values = new float[tensor.getFloatBuffer().remaining()];
        tensor.getFloatBuffer().get(values);
        if (extents.length == 2) {
            return Tensor.of(Shape.vector((int) extents[1]), values);
        }
        Shape shape = Shape.maps((int) extents[2], (int) extents[3], (int) extents[1]);
        int positions = Math.toIntExact(shape.positions());
        float[] last = new float[values.length];
        for (int position = 0; position < positions; position++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                last[position * shape.channels() + channel] = values[channel * positions + position];
            }
        }
        return Tensor.of(shape, last);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }
}
