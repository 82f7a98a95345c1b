package org.convscape.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program as its archive names it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Cli.class.getPackage().getImplementationVersion();
        return new String[] {"Convscape " + (version == null ? "(not packaged)" : version)};
    }
}
