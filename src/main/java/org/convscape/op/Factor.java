package org.convscape.op;

import java.util.ArrayList;
import java.util.List;
import org.convscape.attribute.Size;
import org.convscape.tensor.Shape;

/**
 * One factor of a count that is a product, with its name: what a person sees when a number explains itself.
 *
 * @param symbol as plain text, such as {@code kH} or {@code in/groups}
 * @param latex the same as mathematics, such as {@code k_H}
 * @param filled the symbol with its values filled in, such as {@code 3} or {@code 128/32}
 */
public record Factor(String symbol, String latex, String filled, long value) {

    /** A factor that is a plain number. */
    public static Factor of(String symbol, String latex, long value) {
        return new Factor(symbol, latex, Long.toString(value), value);
    }

    /** Height and width of a kernel. */
    public static List<Factor> kernel(Size kernel) {
        return List.of(of("kH", "k_H", kernel.height()), of("kW", "k_W", kernel.width()));
    }

    /** The channels that come in, of which each group sees its share. */
    public static Factor in(int channels, int groups) {
        return groups == 1
                ? of("in", "C_{in}", channels)
                : new Factor("in/groups", "C_{in}/g", channels + "/" + groups, channels / groups);
    }

    /** The channels that leave. */
    public static Factor out(int channels) {
        return of("out", "C_{out}", channels);
    }

    /** Height and width of what leaves; of a vector nothing. */
    public static List<Factor> positions(Shape output) {
        return output.vector()
                ? List.of()
                : List.of(of("Hout", "H_{out}", output.height()), of("Wout", "W_{out}", output.width()));
    }

    /** All values that leave. */
    public static List<Factor> outputs(Shape output) {
        return join(positions(output), List.of(out(output.channels())));
    }

    /** All values of one input. */
    public static List<Factor> inputs(Shape input) {
        return input.vector()
                ? List.of(in(input.channels(), 1))
                : List.of(
                        of("Hin", "H_{in}", input.height()),
                        of("Win", "W_{in}", input.width()),
                        in(input.channels(), 1));
    }

    /** One list behind the other. */
    public static List<Factor> join(List<Factor> first, List<Factor> second) {
        List<Factor> joined = new ArrayList<>(first);
        joined.addAll(second);
        return List.copyOf(joined);
    }

    /** What the factors multiply to; 1 where there are none. */
    public static long product(List<Factor> factors) {
        long product = 1;
        for (Factor factor : factors) {
            product = Math.multiplyExact(product, factor.value());
        }
        return product;
    }
}
