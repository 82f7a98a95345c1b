package org.convscape.viewmodel.desk;

import org.convscape.engine.PlannedEngine;
import org.convscape.inventory.Libraries;
import org.convscape.task.JobRunner;

/** A studio without a screen, in which everything happens in the calling thread and nothing runs by itself. */
public final class QuietStudio {
    private QuietStudio() {}

    /** A studio with everything that comes with the program. */
    public static Studio open() {
        Studio studio = new Studio(
                Libraries.standard(),
                PlannedEngine.ofPlainLoops(),
                JobRunner.calling(),
                JobRunner.calling(),
                JobRunner.calling(),
                Runnable::run);
        studio.liveProperty().set(false);
        return studio;
    }
}
