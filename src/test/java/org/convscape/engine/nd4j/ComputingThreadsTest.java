package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ComputingThreadsTest {

    @Test
    void theNumberHoldsForTheCallingThreadUntilItIsSetAgain() {
        new Nd4jBackend().close();
        int before = ComputingThreads.inUse();
        try {
            ComputingThreads.use(1);
            assertEquals(1, ComputingThreads.inUse());
            assertEquals(1, Nd4j.getEnvironment().maxMasterThreads());
        } finally {
            ComputingThreads.use(before);
        }
        assertEquals(before, ComputingThreads.inUse());
    }
}
