package org.convscape.app;

/** Starts the program. Does not extend {@code Application}, so that the class path suffices. */
public final class Main {
    private Main() {}

    /** Starts the window, or the command that is named. */
    public static void main(String[] arguments) {
        System.out.println("Convscape");
    }
}
