package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

class TappedTest {

    private static Tapped tapped(String... paths) {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(2000, 2000, 3)));
        builder.add("conv2d", Conv2d.TYPE.create(Conv2d.TYPE.schema().defaults().with("channels", "512")), picture);
        return new Tapped(Analysis.of(builder.build()), Set.of(paths), null, null, TopOption.Told.NOTHING);
    }

    @Test
    void aMapThatTheHeapCannotHoldIsRefusedBeforeTheRun() {
        assertEquals(
                "The output of conv2d, 2000×2000×512, takes 8.2 GB, and the heap may grow to 2.0 GB; a smaller --input,"
                        + " --tap with smaller layers, or java -Xmx10g would help",
                assertThrows(Refusal.class, () -> tapped("picture", "conv2d").requireHeap(2_000_000_000))
                        .getMessage());
    }

    @Test
    void whatIsNotTappedNeedsNoHeap() {
        tapped("picture").requireHeap(2_000_000_000);
        tapped().requireHeap(1);
        tapped("conv2d").requireHeap(10_000_000_000L);
    }
}
