package org.convscape.weights.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ResNet-20 for CIFAR-10 (He et al. 2015, section 4.2; shortcuts without parameters) in plain loops, channels first, to
 * tell whether the arrays of a file are the right ones.
 */
final class PlainResnet20 {
    private record Layer(float[] kernel, float[] scale, float[] shift) {}

    private final List<Layer> layers;
    private final float[] dense;
    private final float[] denseBias;

    private PlainResnet20(List<Layer> layers, Map<String, float[]> arrays) {
        this.layers = layers;
        this.dense = arrays.get("linear.weight");
        this.denseBias = arrays.get("linear.bias");
    }

    private static List<String> convolutions() {
        List<String> names = new ArrayList<>(List.of("conv1"));
        for (int stage = 1; stage <= 3; stage++) {
            for (int block = 0; block < 3; block++) {
                names.add("layer" + stage + "." + block + ".conv1");
                names.add("layer" + stage + "." + block + ".conv2");
            }
        }
        return names;
    }

    /** From the arrays of the state dict. */
    static PlainResnet20 named(Map<String, float[]> arrays) {
        List<Layer> layers = new ArrayList<>();
        for (String name : convolutions()) {
            String norm = name.replace("conv", "bn");
            float[] scale = arrays.get(norm + ".weight").clone();
            float[] shift = arrays.get(norm + ".bias").clone();
            float[] mean = arrays.get(norm + ".running_mean");
            float[] variance = arrays.get(norm + ".running_var");
            for (int i = 0; i < scale.length; i++) {
                scale[i] /= (float) Math.sqrt(variance[i] + 1e-5);
                shift[i] -= mean[i] * scale[i];
            }
            layers.add(new Layer(arrays.get(name + ".weight"), scale, shift));
        }
        return new PlainResnet20(layers, arrays);
    }

    /** From kernels into which the normalisation is folded, under the names that they had before. */
    static PlainResnet20 keptNames(Map<String, float[]> arrays) {
        return new PlainResnet20(
                convolutions().stream()
                        .map(name -> new Layer(arrays.get(name + ".weight"), null, arrays.get(name + ".weight_bias")))
                        .toList(),
                arrays);
    }

    /** From folded kernels and biases in turn. */
    static PlainResnet20 inOrder(List<float[]> folded, Map<String, float[]> arrays) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < folded.size(); i += 2) {
            layers.add(new Layer(folded.get(i), null, folded.get(i + 1)));
        }
        return new PlainResnet20(layers, arrays);
    }

    /** What it says of a picture of 3×32×32. */
    float[] logits(float[] picture) {
        int size = 32;
        float[] x = relu(convolve(picture, 3, size, layers.get(0), 1));
        for (int i = 1; i < layers.size(); i += 2) {
            int in = x.length / (size * size);
            int out = layers.get(i).shift.length;
            int stride = out == in ? 1 : 2;
            float[] inner = relu(convolve(x, in, size, layers.get(i), stride));
            float[] y = convolve(inner, out, size / stride, layers.get(i + 1), 1);
            addShortcut(x, in, size, y, out, stride);
            size /= stride;
            x = relu(y);
        }
        int channels = x.length / (size * size);
        float[] logits = denseBias.clone();
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            for (int i = 0; i < size * size; i++) {
                sum += x[channel * size * size + i];
            }
            for (int k = 0; k < logits.length; k++) {
                logits[k] += (float) (sum / (size * size)) * dense[k * channels + channel];
            }
        }
        return logits;
    }

    private static void addShortcut(float[] x, int in, int size, float[] y, int out, int stride) {
        int small = size / stride;
        int pad = (out - in) / 2;
        for (int channel = 0; channel < in; channel++) {
            for (int row = 0; row < small; row++) {
                for (int column = 0; column < small; column++) {
                    y[((channel + pad) * small + row) * small + column] +=
                            x[(channel * size + row * stride) * size + column * stride];
                }
            }
        }
    }

    private static float[] relu(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    private static float[] convolve(float[] x, int in, int size, Layer layer, int stride) {
        int out = layer.shift.length;
        int small = size / stride;
        float[] y = new float[out * small * small];
        for (int to = 0; to < out; to++) {
            for (int row = 0; row < small; row++) {
                for (int column = 0; column < small; column++) {
                    double sum = 0;
                    for (int from = 0; from < in; from++) {
                        for (int k = 0; k < 9; k++) {
                            int r = row * stride + k / 3 - 1;
                            int c = column * stride + k % 3 - 1;
                            if (r >= 0 && r < size && c >= 0 && c < size) {
                                sum += x[(from * size + r) * size + c] * layer.kernel[(to * in + from) * 9 + k];
                            }
                        }
                    }
                    double scale = layer.scale == null ? 1 : layer.scale[to];
                    y[(to * small + row) * small + column] = (float) (sum * scale + layer.shift[to]);
                }
            }
        }
        return y;
    }
}
