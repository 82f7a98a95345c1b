package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

class WholeProgressTest {
    private final List<String> shown = new ArrayList<>();
    private long seconds;

    private WholeProgress progress() {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(32, 32, 64)));
        for (int i = 1; i <= 4; i++) {
            at = graph.add("conv" + i, Conv2d.of(64, 3, 1, Padding.SAME, false), at);
        }
        return new WholeProgress(
                Analysis.of(graph.build()),
                (done, total, message) -> shown.add(done + " of " + total + ": " + message),
                () -> seconds * 1_000_000_000);
    }

    @Test
    void theRestIsJudgedByTheMultiplyAddsThatAreDone() {
        WholeProgress progress = progress();
        progress.report(1, 5, "conv1");
        seconds = 60;
        progress.report(2, 5, "conv2");
        seconds = 237;
        progress.report(4, 5, "conv4");
        seconds = 316;
        progress.report(5, 5, "");

        assertEquals(
                List.of(
                        "1 of 5: conv1",
                        "2 of 5: about 3 min left, conv2",
                        "4 of 5: about 79 s left, conv4",
                        "1 of 1: "),
                shown);
    }

    @Test
    void severalRunsAreOnePieceOfWork() {
        WholeProgress progress = progress();
        progress.expect(3);
        progress.report(5, 5, "");
        progress.over(1);
        seconds = 100;
        progress.report(1, 5, "conv1");

        assertEquals(List.of("6 of 15: about 3 min left, conv1"), shown);
    }

    @Test
    void whatIsNearlyDoneNeedsNoEstimate() {
        WholeProgress progress = progress();
        seconds = 2;
        progress.report(3, 5, "conv3");

        assertEquals(List.of("3 of 5: conv3"), shown);
    }
}
