package org.convscape.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportsTest {

    @Test
    void thePersonGetsOneSentenceAndTheLogTheDetails(@TempDir Path folder) throws Exception {
        List<String> told = new ArrayList<>();
        CrashReports reports = new CrashReports(folder.resolve("state"));
        reports.tell(told::add);
        reports.uncaughtException(Thread.currentThread(), new IllegalStateException("broken inside"));

        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("errors.log"));
        assertFalse(told.get(0).contains("broken inside"));
        String log = Files.readString(folder.resolve("state").resolve("errors.log"));
        assertTrue(log.contains("broken inside") && log.contains("CrashReportsTest"));
    }

    @Test
    void theFolderFollowsTheCustomOfThePlatform() {
        assertEquals(Path.of("/home/me/.local/state/convscape"), StateFolder.of("Linux", "/home/me", Map.of()));
        assertEquals(
                Path.of("/state/convscape"), StateFolder.of("Linux", "/home/me", Map.of("XDG_STATE_HOME", "/state")));
        assertEquals(
                Path.of("/home/me/.local/state/convscape"),
                StateFolder.of("Linux", "/home/me", Map.of("XDG_STATE_HOME", "relative")));
        assertEquals(
                Path.of("/Users/me/Library/Application Support/Convscape"),
                StateFolder.of("Mac OS X", "/Users/me", Map.of()));
        assertEquals(Path.of("/Users/me/Library/Logs/Convscape"), StateFolder.logs("Mac OS X", "/Users/me", Map.of()));
        assertEquals(Path.of("/home/me/.local/state/convscape"), StateFolder.logs("Linux", "/home/me", Map.of()));
    }
}
