package org.facies.cli.bundle;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** Commands for the keys whose signatures are trusted. */
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        description = {
            "Manages the public keys of makers whose bundles this site trusts.",
            "",
            "Every command that uses a" + " bundle says whether one of these keys signed it."
        },
        subcommands = {TrustAddCommand.class, TrustListCommand.class})
public final class TrustCommand extends CommandGroup {}
