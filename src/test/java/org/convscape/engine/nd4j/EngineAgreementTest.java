package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.engine.Backend;
import org.convscape.engine.ReferenceBackend;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.OperationCase;
import org.convscape.op.library.OperationCases;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation over its table of attributes: ND4J, with and without oneDNN, computes what the plain loops compute.
 */
class EngineAgreementTest {

    private static final double BOUND = 1e-4;

    private static Nd4jBackend direct;
    private static Nd4jBackend fast;
    private static Nd4jBackend plain;

    @BeforeAll
    static void load() {
        direct = new Nd4jBackend();
        fast = new Nd4jBackend(Way.OPERATIONS);
        plain = new Nd4jBackend(Way.PLAIN_OPERATIONS);
    }

    @AfterAll
    static void free() {
        direct.close();
        fast.close();
        plain.close();
    }

    /** One group of cases per kind of operation; a picture is given, nothing computes it. */
    static List<Named<List<OperationCase>>> kinds() {
        return OpLibrary.standard().types().stream()
                .filter(type -> type != Input.TYPE)
                .map(type -> Named.of(
                        type.id(),
                        OperationCases.stream()
                                .filter(each -> each.operation().type() == type)
                                .toList()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void throughOneDnnItself(List<OperationCase> cases) {
        assertFalse(cases.isEmpty());
        cases.forEach(each -> assertAgrees(direct, each));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bothWaysOfCallingOneDnnAgree(List<OperationCase> cases) {
        for (OperationCase each : cases) {
            assertClose(forward(fast, each), forward(direct, each), each.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSecondTimeGivesTheSameBits(List<OperationCase> cases) {
        for (OperationCase each : cases) {
            assertArrayEquals(
                    forward(direct, each).values(), forward(direct, each).values(), each.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withOneDnn(List<OperationCase> cases) {
        assertFalse(cases.isEmpty());
        cases.forEach(each -> assertAgrees(fast, each));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutOneDnn(List<OperationCase> cases) {
        cases.forEach(each -> assertAgrees(plain, each));
    }

    private static void assertAgrees(Nd4jBackend backend, OperationCase example) {
        Tensor expected = forward(new ReferenceBackend(), example);
        Tensor actual = forward(backend, example);

        assertArrayEquals(expected.dimensions(), actual.dimensions());
        assertClose(expected, actual, example.toString());
    }

    private static <T> Tensor forward(Backend<T> backend, OperationCase example) {
        List<T> inputs = example.inputValues(11).stream().map(backend::upload).toList();
        Map<String, T> weights = new LinkedHashMap<>();
        example.weightValues(11).forEach((name, value) -> weights.put(name, backend.uploadWeight(value)));
        return backend.download(example.operation().forward(backend.math(), inputs, OperationCase.asWeights(weights)));
    }

    /** Differences are measured against the largest magnitude; infinities must be the same infinities. */
    static void assertClose(Tensor expected, Tensor actual, String message) {
        double largest = 0;
        for (float value : expected.values()) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        for (int i = 0; i < expected.size(); i++) {
            float left = expected.values()[i];
            float right = actual.values()[i];
            assertTrue(
                    left == right || Math.abs(left - right) <= BOUND * largest,
                    message + ": value " + i + " should be " + left + " but is " + right);
        }
    }
}
