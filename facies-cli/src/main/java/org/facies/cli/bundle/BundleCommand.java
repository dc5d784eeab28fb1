package org.facies.cli.bundle;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** What is done with a finished model in one file. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = {
            "A bundle is a finished model in one file: its networks, how their answers become a decision, how well it"
                    + " did, what it learnt from (in counts) and the licences of its weights. It holds no photo, no"
                    + " name and no embedding of a child. \"facies predict\" needs nothing else."
        },
        footerHeading = "%nFrom a run to an answer:%n",
        footer = {
            "  facies bundle make runs/first --out noonan.facies",
            "  facies bundle verify noonan.facies",
            "  facies predict photo.jpg --bundle noonan.facies"
        },
        subcommands = {
            BundleMakeCommand.class,
            BundleVerifyCommand.class,
            BundleInfoCommand.class,
            BundleRecalibrateCommand.class
        })
public final class BundleCommand extends CommandGroup {}
