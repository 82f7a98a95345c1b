package org.convscape.app;

import java.util.concurrent.CompletableFuture;
import org.convscape.engine.Engine;
import org.convscape.engine.nd4j.Engines;
import org.convscape.image.SamplePictures;
import org.convscape.inventory.Libraries;
import org.convscape.layout.AutomaticLayout;
import org.convscape.task.JobRunner;
import org.convscape.viewmodel.palette.PaletteModel;

/**
 * What is done on one core while the toolkit starts on the other: the classes and libraries are loaded that the window
 * will need, in the order in which it needs them.
 */
final class Ahead implements AutoCloseable {
    private final JobRunner runner = JobRunner.threads("ahead", 1);
    private final CompletableFuture<Void> allDone;

    /** Completed when nobody but the engine loads libraries. */
    private final CompletableFuture<Void> quiet = new CompletableFuture<>();

    private final Engine engine = Engines.nd4j(quiet);

    Ahead() {
        does(NativeMemory::limit);
        // On a thread of its own, which takes longest: the sooner it begins, the sooner the first maps are there.
        does(engine::warmUp);
        does(AutomaticLayout::prepare);
        // What decodes pictures are libraries of the JVM.
        does(() -> SamplePictures.load(SamplePictures.first()));
        allDone = does(() -> PaletteModel.sectionsOf(Libraries.standard()));
    }

    private CompletableFuture<Void> does(Runnable work) {
        return runner.<Void>start((progress, cancellation) -> {
                    work.run();
                    return null;
                })
                .result();
    }

    /** The engine, which loads its libraries at once, but looks nothing up in them before {@link #quiet}. */
    Engine engine() {
        return engine;
    }

    /** To be completed when the window and the first picture have loaded all libraries that they need. */
    CompletableFuture<Void> quiet() {
        return quiet;
    }

    /**
     * Lets the engine look up its names now, if its own libraries and those that read pictures are loaded.
     *
     * @return whether it looks them up: then the calling thread, the screen's, has to wait until it has, since it too
     *     loads libraries whenever it draws or measures a word
     */
    boolean letLookUp() {
        if (allDone.isDone() && quiet.getNumberOfDependents() > 0) {
            return quiet.complete(null);
        }
        return false;
    }

    /** Ends what has been begun; the engine is closed by whoever uses it. */
    @Override
    public void close() {
        quiet.complete(null);
        runner.close();
    }
}
