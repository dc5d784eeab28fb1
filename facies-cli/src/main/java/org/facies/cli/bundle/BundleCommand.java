package org.facies.cli.bundle;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** Commands for a trained model in one file. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = {
            "Makes, describes, checks and recalibrates bundles.",
            "",
            "A bundle is a trained model in one file. It"
                    + " contains the networks, the rules that turn their outputs into an answer, the performance,"
                    + " counts of the training photos, and the licences of the weights. It contains no photo, no"
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
