package org.convscape.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.convscape.engine.PlannedEngine;
import org.convscape.op.OpCatalogue;
import org.convscape.op.library.OpLibrary;

/** A command carried out in this process: its status and what it printed. */
record Invocation(int status, String out, String err) {

    static Invocation of(String... arguments) {
        return with(OpLibrary.standard(), arguments);
    }

    static Invocation with(OpCatalogue operations, String... arguments) {
        return of(Session.of(operations, PlannedEngine::ofPlainLoops), arguments);
    }

    static Invocation of(Session session, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Cli.run(List.of(arguments), session, new PrintWriter(out), new PrintWriter(err));
        return new Invocation(status, out.toString(), err.toString());
    }
}
