package org.convscape.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.CostTable;
import org.junit.jupiter.api.Test;

/**
 * The total of every network under every rule, as it was when it was last looked at; run with
 * {@code -Dconvscape.update=true} to write the table anew. What must hold whatever the table says stands beside it.
 */
class ConventionTotalsTest {
    private static final Path TABLE =
            Path.of("src", "test", "resources", "org", "convscape", "zoo", "convention-totals.csv");

    private static List<Long> totals(Network network) {
        Analysis analysis = Analysis.of(network.build());
        return Conventions.standard().stream()
                .map(rule -> CostTable.of(analysis, rule, CostTable.Grouping.TOTAL)
                        .total()
                        .count())
                .toList();
    }

    private static String heading() {
        return Conventions.standard().stream().map(Convention::id).collect(Collectors.joining(",", "network,", ""));
    }

    private static String line(Network network) {
        return totals(network).stream().map(String::valueOf).collect(Collectors.joining(",", network.id() + ",", ""));
    }

    @Test
    void noTotalHasChangedUnseen() throws IOException {
        List<String> lines = new ArrayList<>(List.of(heading()));
        NetworkLibrary.standard().networks().forEach(network -> lines.add(line(network)));
        if (Boolean.getBoolean("convscape.update")) {
            Files.writeString(TABLE, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        }
        assertEquals(Files.readAllLines(TABLE, StandardCharsets.UTF_8), lines);
    }

    @Test
    void theRulesKeepTheirOrderOnEveryNetwork() throws IOException {
        for (String line : Files.readAllLines(TABLE, StandardCharsets.UTF_8)) {
            if (line.startsWith("network,")) {
                assertEquals(heading(), line);
                continue;
            }
            List<Long> totals =
                    Arrays.stream(line.split(",")).skip(1).map(Long::valueOf).toList();
            long macs = totals.get(0);
            assertEquals(2 * macs, totals.get(totals.size() - 1), "flops are twice the macs: " + line);
            for (long total : totals) {
                assertTrue(total >= macs, "no rule counts less than the multiply-adds: " + line);
            }
            assertTrue(totals.get(4) >= totals.get(3), "with functional additions there is more: " + line);
            assertTrue(totals.get(7) >= 2 * macs, "calflops counts every multiply-add twice: " + line);
        }
    }
}
