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
        return new String[] {"Convscape " + number(), OpenEngine.describe(session)};
    }

    /** The number of the version. */
    static String number() {
        String version = Cli.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
