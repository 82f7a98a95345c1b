package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import org.junit.jupiter.api.Test;

class CommandTest {

    /** A value that all commands shared would hold on to whoever listens, and so to every window that was ever open. */
    @Test
    void whatNeverChangesIsSharedByNoTwoCommands() {
        Command one = Command.of("one", "One", null, "", () -> {});
        Command other = Command.of("other", "Other", null, "", () -> {});

        assertEquals(one.enabled().getValue(), other.enabled().getValue());
        assertNotSame(one.enabled(), other.enabled());
        assertEquals("", one.detail().getValue());
        assertNotSame(one.detail(), other.detail());
    }
}
