package org.convscape.io.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeKind;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.ChoiceKind;
import org.convscape.attribute.DecimalKind;
import org.convscape.attribute.FlagKind;
import org.convscape.attribute.IntegerKind;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
import org.convscape.attribute.PaddingKind;
import org.convscape.attribute.Size;
import org.convscape.attribute.SizeKind;
import org.convscape.engine.ReferenceMath;
import org.convscape.op.InvalidShape;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.OperationCase;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.CaseGraph;
import org.convscape.testing.Differences;
import org.convscape.testing.OnnxRuntimeSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is lawful here is lawful there: any attributes of any operation are exported so that ONNX Runtime computes the
 * same.
 */
class OnnxAttributesFuzzTest {
    private static final int ROUNDS = Integer.getInteger("convscape.fuzz", 150);
    private static final int LONGER = 10;
    /** Wider than where attributes are usual: a divisor near zero, such as with k of 1e-6, loses digits in both. */
    private static final double BOUND = 2e-3;

    static Stream<OpType<?>> types() {
        return OpLibrary.standard().types().stream().filter(type -> type != Input.TYPE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void onnxRuntimeComputesTheSameForAnyAttributes(OpType<?> type) throws IOException {
        Random random = new Random(type.id().hashCode());
        List<String> wrong = new ArrayList<>();
        int computed = 0;
        // Some operations want a shape that is just so, which few draws hit: those are drawn for longer.
        for (int round = 0; round < ROUNDS || (computed <= ROUNDS / 20 && round < LONGER * ROUNDS); round++) {
            OperationCase drawn = drawn(type, random);
            if (drawn != null) {
                computed++;
                String complaint = complaint(drawn, round);
                if (!complaint.isEmpty()) {
                    wrong.add(drawn + ": " + complaint);
                }
            }
        }
        assertTrue(computed > ROUNDS / 20, "only " + computed + " of " + ROUNDS + " could be computed");
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private static String complaint(OperationCase drawn, int seed) throws IOException {
        List<Tensor> given = drawn.inputValues(seed);
        CaseGraph graph = CaseGraph.of(drawn, given);
        Map<String, Tensor> weights = drawn.weightValues(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new OnnxExport(Analysis.of(graph.graph()), (node, spec) -> weights.get(spec.name()), path -> true)
                .writeTo(bytes);
        try (OnnxRuntimeSession session = new OnnxRuntimeSession(bytes.toByteArray())) {
            Tensor theirs = session.run(graph.pictures()).get("result");
            Tensor ours = drawn.operation().forward(new ReferenceMath(), given, OperationCase.asWeights(weights));
            double off = Differences.relative(ours, theirs);
            return off < BOUND ? "" : "off by " + off;
        } catch (AssertionError e) {
            return e.getMessage();
        }
    }

    /** Random attributes and small inputs; null where they do not fit. */
    private static OperationCase drawn(OpType<?> type, Random random) {
        try {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Attribute<?> attribute : type.schema().attributes()) {
                if (random.nextInt(4) > 0) {
                    values.put(attribute.name(), value(attribute.kind(), random));
                }
            }
            Operation operation = type.create(new AttributeValues(type.schema(), values));
            Shape shape = random.nextInt(4) == 0
                    ? Shape.vector(1 + random.nextInt(9))
                    : Shape.maps(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(6));
            int inputs = Math.min(type.maximumInputs(), Math.max(1, type.minimumInputs() + random.nextInt(2)));
            OperationCase drawn = new OperationCase(operation, java.util.Collections.nCopies(inputs, shape));
            return drawn.output().elements() > 4_000 ? null : drawn;
        } catch (InvalidAttribute | InvalidShape e) {
            return null;
        }
    }

    private static Object value(AttributeKind<?> kind, Random random) {
        if (kind instanceof IntegerKind integer) {
            return small(integer.minimum(), integer.maximum(), random);
        }
        if (kind instanceof DecimalKind decimal) {
            double[] choices = {decimal.minimum(), Math.min(decimal.maximum(), 1), random.nextDouble(), 1e-3, 0, 2};
            double chosen = choices[random.nextInt(choices.length)];
            return Math.max(decimal.minimum(), Math.min(decimal.maximum(), chosen));
        }
        if (kind instanceof FlagKind) {
            return random.nextBoolean();
        }
        if (kind instanceof ChoiceKind<?> choice) {
            return choice.choices().get(random.nextInt(choice.choices().size()));
        }
        if (kind instanceof SizeKind size) {
            return new Size(
                    small(size.minimum(), size.maximum(), random), small(size.minimum(), size.maximum(), random));
        }
        int most = ((PaddingKind) kind).maximum();
        return switch (random.nextInt(5)) {
            case 0 -> Padding.SAME;
            case 1 -> Padding.VALID;
            default ->
                Padding.of(
                        small(0, most, random), small(0, most, random), small(0, most, random), small(0, most, random));
        };
    }

    private static int small(int minimum, int maximum, Random random) {
        return Math.min(maximum, minimum + random.nextInt(6));
    }
}
