package org.facies.cli.command;

import picocli.CommandLine.IVersionProvider;

/** The version of Facies, which the build writes into the jar. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"facies " + current()};
    }

    /** The version number alone, or "development" outside a jar. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
