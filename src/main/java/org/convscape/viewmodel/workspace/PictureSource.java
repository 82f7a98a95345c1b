package org.convscape.viewmodel.workspace;

import java.util.concurrent.CompletableFuture;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/** Gives the picture that is chosen, prepared for an input. */
@FunctionalInterface
public interface PictureSource {

    /**
     * The chosen picture, fitted and normalised for an input of this shape; fails with a sentence for the user where it
     * cannot be.
     */
    CompletableFuture<Tensor> prepare(Shape input);
}
