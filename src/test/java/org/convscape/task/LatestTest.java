package org.convscape.task;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LatestTest {

    @Test
    void aRequestIsCurrentUntilTheNextOrUntilNoneIsWanted() {
        Latest latest = new Latest();
        Latest.Request first = latest.next();
        assertTrue(first.current());

        Latest.Request second = latest.next();
        assertFalse(first.current());
        assertTrue(second.current());

        latest.none();
        assertFalse(second.current());
    }
}
