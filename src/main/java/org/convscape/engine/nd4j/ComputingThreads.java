package org.convscape.engine.nd4j;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads the native kernels share their work among. Three libraries have to be told: OpenMP, whose number
 * belongs to the thread that calls (oneDNN asks it); ND4J's own kernels; and OpenBLAS. The latter two belong to the
 * process.
 */
final class ComputingThreads {
    private ComputingThreads() {}

    /** Sets the number for the calling thread, which has to be the engine's; the library must be loaded. */
    static void use(int threads) {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        openblas_nolapack.blas_set_num_threads(threads);
    }

    /** The number that OpenMP would use for the calling thread. */
    static int inUse() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }
}
