package io.stowage.ecs.placement.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar; classes that are in no jar have none. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Stowage " + (version == null ? "(not from a jar)" : version)};
    }
}
