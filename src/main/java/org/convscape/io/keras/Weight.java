package org.convscape.io.keras;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscape.weights.file.StoredArray;
import org.convscape.weights.file.WeightFile;

/**
 * An array of an operation: one of the file, or numbers that the configuration says.
 *
 * @param dimensions in our layout, which differs from Keras' in ones alone
 * @param source the layer whose array it is; null for numbers
 * @param part what the array is in that layer, such as {@code kernel}
 * @param numbers where they do not stand in the file as an array
 */
record Weight(List<Integer> dimensions, LayerArrays source, String part, List<Float> numbers) {

    static Weight of(LayerArrays source, String part, List<Integer> dimensions) {
        return new Weight(dimensions, source, part, List.of());
    }

    static Weight of(List<Float> numbers) {
        return new Weight(List.of(numbers.size()), null, "", numbers);
    }

    /** The same number for each channel. */
    static Weight of(int channels, double number) {
        Float[] numbers = new Float[channels];
        Arrays.fill(numbers, (float) number);
        return of(List.of(numbers));
    }

    /** The array in the file that this is, if its dimensions are the same but for ones. */
    Optional<StoredArray> stored() {
        return Optional.ofNullable(source).flatMap(layer -> layer.array(part)).filter(this::fits);
    }

    private boolean fits(StoredArray array) {
        List<Long> ours = dimensions.stream()
                .map(Integer::longValue)
                .filter(each -> each != 1)
                .toList();
        return ours.equals(array.dimensions().stream().filter(each -> each != 1).toList());
    }

    /** True where there are numbers for it. */
    boolean known() {
        return source == null || stored().isPresent();
    }

    /** Why there are none, as a part of a sentence. */
    String missing() {
        return "the " + part + " of " + source.text()
                + source.array(part)
                        .map(array -> " is " + array.shapeText() + ", and "
                                + dimensions.stream().map(String::valueOf).collect(Collectors.joining("×"))
                                + " was expected")
                        .orElse(" is not in the file");
    }

    float[] read(WeightFile file) {
        if (source != null) {
            return file.read(stored().orElseThrow());
        }
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i);
        }
        return values;
    }
}
