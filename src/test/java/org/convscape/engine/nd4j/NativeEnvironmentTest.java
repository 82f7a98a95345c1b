package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.convscape.engine.EngineFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeEnvironmentTest {

    @ParameterizedTest
    @CsvSource({
        "OMP_THREAD_LIMIT, 1, 1",
        "OMP_THREAD_LIMIT, ' 3 ', 3",
        "OMP_THREAD_LIMIT_ALL, 2, 2",
        "OMP_DYNAMIC, true, 1",
        "OMP_DYNAMIC, ' TRUE', 1",
        "OMP_DYNAMIC_ALL, true, 1",
        "OMP_MAX_ACTIVE_LEVELS, 0, 1"
    })
    void whatLimitsIsHeededAndNamed(String name, String value, int most) {
        NativeEnvironment environment = NativeEnvironment.of(Map.of(name, value));

        assertEquals(new NativeEnvironment(most, name + "=" + value.strip()), environment);
        environment.allow(most);
        assertEquals(
                "9 threads cannot be had: the environment holds " + name + "=" + value.strip() + ", which allows "
                        + most,
                assertThrows(EngineFailure.class, () -> environment.allow(9)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "OMP_THREAD_LIMIT, 0",
        "OMP_THREAD_LIMIT, many",
        "OMP_DYNAMIC, false",
        "OMP_DYNAMIC, ''",
        "OMP_MAX_ACTIVE_LEVELS, 1",
        "OMP_NUM_THREADS, 2",
        "OMP_NUM_THREADS, ''",
        "OMP_STACKSIZE, 64M",
        "OMP_STACKSIZE, nonsense",
        "BACKEND_PRIORITY_CPU, 7"
    })
    void theRestLimitsNothing(String name, String value) {
        NativeEnvironment environment = NativeEnvironment.of(Map.of(name, value));

        assertEquals(new NativeEnvironment(Integer.MAX_VALUE, ""), environment);
        assertEquals("", environment.remark());
    }

    @Test
    void theTightestLimitCounts() {
        NativeEnvironment environment = NativeEnvironment.of(
                Map.of("OMP_THREAD_LIMIT", "5", "OMP_DYNAMIC", "true", "OMP_THREAD_LIMIT_ALL", "2"));

        assertEquals("OMP_DYNAMIC=true", environment.reason());
        assertEquals(1, environment.mostThreads());
    }

    @Test
    void aListIsRefusedWithItsFirstNumberAsAProposal() {
        EngineFailure failure =
                assertThrows(EngineFailure.class, () -> NativeEnvironment.of(Map.of("OMP_NUM_THREADS", "4,2")));

        assertEquals(
                "The arithmetic cannot be loaded: the environment holds OMP_NUM_THREADS=\"4,2\", and one whole number"
                        + " from 1 to 1024, such as 4, without blanks, or nothing was expected there; change or unset"
                        + " it and start again",
                failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {" 2", "2 ", "abc", "0", "-1", "1000000", "99999999999", " ", "2.5", "0x10"})
    void aNumberOfThreadsThatTheLibraryCannotReadIsRefused(String value) {
        EngineFailure failure =
                assertThrows(EngineFailure.class, () -> NativeEnvironment.of(Map.of("OMP_NUM_THREADS", value)));

        assertTrue(failure.getMessage().contains("OMP_NUM_THREADS=\"" + value + "\""), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "OMP_STACKSIZE, 900G",
        "OMP_STACKSIZE, 2000M",
        "GOMP_STACKSIZE, 1048577",
        "OMP_STACKSIZE, 999999999999999999 g",
        "BACKEND_PRIORITY_CPU, abc",
        "BACKEND_PRIORITY_GPU, 1.5"
    })
    void whatWouldEndTheProcessIsRefusedByName(String name, String value) {
        EngineFailure failure = assertThrows(EngineFailure.class, () -> NativeEnvironment.of(Map.of(name, value)));

        assertTrue(failure.getMessage().contains(name + "=\""), failure.getMessage());
    }

    @Test
    void aLongValueIsShortened() {
        EngineFailure failure = assertThrows(
                EngineFailure.class, () -> NativeEnvironment.of(Map.of("OMP_NUM_THREADS", "9".repeat(100_000))));

        assertTrue(failure.getMessage().length() < 300);
    }
}
