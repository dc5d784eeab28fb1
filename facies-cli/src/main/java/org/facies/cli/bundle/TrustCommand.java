package org.facies.cli.bundle;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** Whose signatures are believed. */
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        description = "Public keys of those whose bundles this site trusts. Configured once; every use of a bundle says"
                + " whether one of them signed it.",
        subcommands = {TrustAddCommand.class, TrustListCommand.class})
public final class TrustCommand extends CommandGroup {}
