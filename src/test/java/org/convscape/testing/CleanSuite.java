package org.convscape.testing;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Runs around every class of tests and fails it where it has left something behind or a warning in the log: what one
 * class leaves, another stumbles over, in one order of many.
 */
public final class CleanSuite implements BeforeAllCallback, AfterAllCallback {
    private static final Namespace OURS = Namespace.create(CleanSuite.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Store store = context.getStore(OURS);
        store.put("bytes", Pointer.totalBytes());
        store.put("warnings", Warnings.listening());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Store store = context.getStore(OURS);
        List<String> left = new ArrayList<>(Leftovers.after(store.remove("bytes", Long.class)));
        try (Warnings warnings = store.remove("warnings", Warnings.class)) {
            left.addAll(warnings.take());
        }
        if (!left.isEmpty()) {
            throw new AssertionError(
                    context.getDisplayName() + " has left something behind: " + String.join("; ", left));
        }
    }
}
