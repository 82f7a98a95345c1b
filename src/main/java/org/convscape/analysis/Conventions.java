package org.convscape.analysis;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.analysis.Rule.Biases;
import org.convscape.analysis.Rule.Summand;

/**
 * The counting rules that published numbers follow, each written down once, after the source of the tool it is named
 * for.
 *
 * <p>A rule counts multiply-adds wherever an operation declares some, and says of each sort of layer ({@link
 * Arithmetic}, which operations declare) what else counts: a sum of coefficient × {@link Measure}. Only what a tool
 * knows by name alone is said by id. A sort that a rule does not name is not known to the tool: it counts nothing there
 * and has to be listed. Totals of ResNet-50 for 224×224×3 (stride in the 3×3) stand with each rule; tests hold them to
 * the unit.
 */
public final class Conventions {

    private static final List<Convention> STANDARD = List.of(
            macs(),
            fvcore(),
            ptflopsAten(),
            ptflops(),
            ptflopsAdds(),
            thop(),
            torchinfo(),
            calflops(),
            calflopsAdds(),
            flops());

    private Conventions() {}

    /** All of them; the default, {@code macs}, is the first. */
    public static List<Convention> standard() {
        return STANDARD;
    }

    /** The one with that id, if there is one. */
    public static Optional<Convention> find(String id) {
        return STANDARD.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** What torchvision prints and papers mean: 4,089,184,256. */
    private static Convention macs() {
        return new Draft("macs", "multiply-adds", 1)
                .others()
                .rule(
                        "Multiply-adds of convolutions and dense layers; bias, normalisation, activation, pooling, addition"
                                + " and padding count 0 (torchvision, most papers).");
    }

    /**
     * fvcore's {@code jit_handles.py}, as timm uses it: 4,111,512,576. {@code conv_flop_count},
     * {@code linear_flop_jit}: no bias. {@code batchnorm_flop_jit} in evaluation: input values × (2 with a learned
     * factor, else 1). {@code adaptive_avg_pool2d}: {@code elementwise_flop_counter(1, 0)}, one per input value.
     * {@code _IGNORED_OPS} has ReLU and what moves values; maximum pooling, addition and the rest it lists as
     * unsupported.
     */
    private static Convention fvcore() {
        return new Draft("fvcore", "operations", 1)
                .scaleAndShift()
                .on(Arithmetic.GLOBAL_MEAN, new Summand(1, Measure.INPUTS))
                .nothingFor(Arithmetic.NONE)
                .only("relu")
                .rule(
                        "Multiply-adds, 2 per batch norm value (1 without a learned factor) and 1 per input value of a global"
                                + " average pooling (fvcore, timm).");
    }

    /** ptflops' {@code aten_ops.py}: convolutions without bias, {@code addmm} with it, nothing else: 4,089,185,256. */
    private static Convention ptflopsAten() {
        return new Draft("ptflops-aten", "operations", 1)
                .biases(Biases.DENSE)
                .rule("Multiply-adds and the biases of dense layers (ptflops, aten backend).");
    }

    /**
     * ptflops' {@code pytorch_ops.py}, the hooks on modules alone: 4,121,925,096. Convolution and linear: with one per
     * output for the bias; batch norm: input values × 2 if affine; ReLU, ReLU6: one per value; every pooling: one per
     * input value; softmax: one per value.
     */
    private static Convention ptflops() {
        return modulesOf("ptflops", 1)
                .biases(Biases.ALL)
                .on(Arithmetic.SCALE_SHIFT, new Summand(2, Measure.OUTPUTS))
                .variant("ptflops-adds")
                .rule(
                        "Multiply-adds, 1 per output with a bias, 2 per batch norm value, 1 per activated value and 1 per input"
                                + " value of a pooling; without the additions of shortcuts (ptflops, PyTorch backend).");
    }

    /**
     * The same with {@code TENSOR_OPS_MAPPING}: functional additions and multiplications 1 per value: 4,127,444,456.
     */
    private static Convention ptflopsAdds() {
        return modulesOf("ptflops-adds", 1)
                .biases(Biases.ALL)
                .on(Arithmetic.SCALE_SHIFT, new Summand(2, Measure.OUTPUTS))
                .functional()
                .variant("ptflops")
                .rule(
                        "As ptflops, and 1 per addition of a shortcut and per scaled value (ptflops, PyTorch backend, with"
                                + " functional operations).");
    }

    /**
     * thop's {@code basic_hooks.py} and {@code calc_func.py}: 4,133,742,592. Convolution and linear: no bias;
     * {@code calculate_norm}: 2 per value, twice that if affine; {@code zero_ops}: activations, maximum pooling,
     * dropout, padding; {@code calculate_avgpool}: 1 per output; {@code calculate_adaptive_avg}: (k·k + 1) per output,
     * which over a whole map is its input values and its outputs; {@code calculate_softmax}: n + (n - 1) + n for every
     * position. Functional operations have no hook.
     */
    private static Convention thop() {
        return new Draft("thop", "operations", 1)
                .on(Arithmetic.SCALE_SHIFT, new Summand(4, Measure.OUTPUTS))
                .on(Arithmetic.MEAN, new Summand(1, Measure.OUTPUTS))
                .on(Arithmetic.GLOBAL_MEAN, new Summand(1, Measure.INPUTS), new Summand(1, Measure.OUTPUTS))
                .nothingFor(Arithmetic.ACTIVATION, Arithmetic.MAXIMUM, Arithmetic.NONE)
                .only("softmax", new Summand(3, Measure.OUTPUTS), new Summand(-1, Measure.POSITIONS))
                .rule(
                        "Multiply-adds, 4 per batch norm value, 1 per output of an average pooling and (k·k + 1) per output of a"
                                + " global one (thop).");
    }

    /**
     * torchinfo's {@code LayerInfo.calculate_macs}: 4,089,238,376. A convolution counts its weights and bias at every
     * position of the output; every other layer counts its trained parameters once.
     */
    private static Convention torchinfo() {
        return new Draft("torchinfo", "mult-adds", 1)
                .biases(Biases.ALL)
                .others(new Summand(1, Measure.PARAMETERS))
                .rule(
                        "Multiply-adds and biases of convolutions and dense layers at every position, and the parameters of any"
                                + " other layer once (torchinfo).");
    }

    /**
     * calflops' {@code pytorch_ops.py}: 8,211,108,352, which it rounds to 8.211 G. Twice the multiply-adds;
     * convolutions with one per output for the bias, {@code _linear_flops_compute} without (its own example, AlexNet
     * with three pictures, prints 4.2892 G, which the dense biases would make 4.2893); otherwise as ptflops, batch norm
     * 1 without a learned factor. The operator {@code +} is not among the functions it watches.
     */
    private static Convention calflops() {
        return modulesOf("calflops", 2)
                .scaleAndShift()
                .variant("calflops-adds")
                .rule(
                        "2 per multiply-add, 1 per output of a convolution with a bias (of a dense layer's bias none: so the"
                                + " tool's source has it), 2 per batch norm value, 1 per activated value and 1 per input value"
                                + " of a pooling; without the additions of shortcuts (calflops).");
    }

    /** The same where additions are written as {@code torch.add}, which it does watch: 8,216,627,712. */
    private static Convention calflopsAdds() {
        return modulesOf("calflops-adds", 2)
                .scaleAndShift()
                .functional()
                .variant("calflops")
                .rule("As calflops, and 1 per addition of a shortcut and per scaled value (calflops, with functional"
                        + " operations).");
    }

    /** "FLOPs" as twice the multiply-adds: 8,178,368,512. */
    private static Convention flops() {
        return new Draft("flops", "FLOPs", 2)
                .others()
                .rule(
                        "Twice the multiply-adds of convolutions and dense layers: one multiplication and one addition each.");
    }

    /** What ptflops and calflops, which grew out of it, have in common. */
    private static Draft modulesOf(String id, int perMultiplyAdd) {
        return new Draft(id, perMultiplyAdd == 2 ? "FLOPs" : "operations", perMultiplyAdd)
                .biases(Biases.CONVOLUTION)
                .on(Arithmetic.ACTIVATION, new Summand(1, Measure.OUTPUTS))
                .on(Arithmetic.MAXIMUM, new Summand(1, Measure.INPUTS))
                .on(Arithmetic.MEAN, new Summand(1, Measure.INPUTS))
                .on(Arithmetic.GLOBAL_MEAN, new Summand(1, Measure.INPUTS))
                .nothingFor(Arithmetic.NONE);
    }

    /** A rule in the making. */
    private static final class Draft {
        private final String id;
        private final String unit;
        private final int perMultiplyAdd;
        private final Map<Arithmetic, List<Summand>> terms = new EnumMap<>(Arithmetic.class);
        private final Map<String, List<Summand>> exceptions = new HashMap<>();
        private Biases biases = Biases.NONE;
        private Optional<List<Summand>> others = Optional.empty();
        private Optional<String> variant = Optional.empty();

        Draft(String id, String unit, int perMultiplyAdd) {
            this.id = id;
            this.unit = unit;
            this.perMultiplyAdd = perMultiplyAdd;
        }

        Draft on(Arithmetic sort, Summand... summands) {
            terms.put(sort, List.of(summands));
            return this;
        }

        Draft nothingFor(Arithmetic... sorts) {
            for (Arithmetic sort : sorts) {
                on(sort);
            }
            return this;
        }

        /** What this one operation counts, other than its sort; nothing where no summand is given. */
        Draft only(String operation, Summand... summands) {
            exceptions.put(operation, List.of(summands));
            return this;
        }

        Draft biases(Biases counted) {
            biases = counted;
            return this;
        }

        /** 1 for every normalised value and 1 more where there is a learned factor. */
        Draft scaleAndShift() {
            return on(Arithmetic.SCALE_SHIFT, new Summand(1, Measure.OUTPUTS), new Summand(1, Measure.SCALED_OUTPUTS));
        }

        Draft functional() {
            return on(Arithmetic.ADDITION, new Summand(1, Measure.ADDITIONS))
                    .on(Arithmetic.SCALING, new Summand(1, Measure.OUTPUTS));
        }

        Draft others(Summand... rest) {
            others = Optional.of(List.of(rest));
            return this;
        }

        Draft variant(String other) {
            variant = Optional.of(other);
            return this;
        }

        Convention rule(String help) {
            return new Rule(id, unit, help, variant, perMultiplyAdd, biases, terms, exceptions, others);
        }
    }
}
