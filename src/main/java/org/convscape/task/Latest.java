package org.convscape.task;

/**
 * Numbers requests of which only the latest counts: an answer that comes late asks its own request whether it is still
 * wanted. For one thread, that of the screen.
 */
public final class Latest {
    private Request current;

    /** One request. */
    public final class Request {
        private Request() {}

        /** True until a later request was made, or none is wanted any more. */
        public boolean current() {
            return current == this;
        }
    }

    /** A request; all that were made before are none any more. */
    public Request next() {
        current = new Request();
        return current;
    }

    /** Whatever was requested is not wanted any more. */
    public void none() {
        current = null;
    }
}
