package org.convscape.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, and what computes on this machine. */
final class Version implements IVersionProvider {
    private final Session session;

    Version(Session session) {
        this.session = session;
    }

    @Override
    public String[] getVersion() {
        String version = Cli.class.getPackage().getImplementationVersion();
        return new String[] {"Convscape " + (version == null ? "(not packaged)" : version), OpenEngine.describe(session)
        };
    }
}
