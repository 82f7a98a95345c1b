package org.convscape.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestWorkTest {
    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final List<String> told = new ArrayList<>();

    private void tell(String result, Throwable failure) {
        told.add(failure == null ? result : failure.getMessage());
    }

    @Test
    void onlyTheResultOfTheLatestIsTold() throws Exception {
        try (JobRunner runner = JobRunner.threads("work", 1)) {
            LatestWork work = new LatestWork(runner, screen::add);
            CountDownLatch held = new CountDownLatch(1);
            work.start(
                    () -> {
                        held.await();
                        return "first";
                    },
                    this::tell);
            work.start(() -> "second", this::tell);
            work.start(() -> "third", this::tell);
            held.countDown();
            for (int result = 0; result < 3; result++) {
                screen.poll(10, TimeUnit.SECONDS).run();
            }
            assertEquals(List.of("third"), told);
        }
    }

    @Test
    void aFailureIsToldAndWhatWasCancelledIsNot() throws Exception {
        try (JobRunner runner = JobRunner.threads("work", 1)) {
            LatestWork work = new LatestWork(runner, screen::add);
            work.start(
                    () -> {
                        throw new IllegalStateException("no figures");
                    },
                    this::tell);
            screen.poll(10, TimeUnit.SECONDS).run();
            work.start(() -> "late", this::tell);
            Runnable late = screen.poll(10, TimeUnit.SECONDS);
            work.cancel();
            late.run();
            assertEquals(List.of("no figures"), told);
        }
    }
}
