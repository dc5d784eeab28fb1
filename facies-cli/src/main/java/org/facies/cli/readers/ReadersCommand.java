package org.facies.cli.readers;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** What people see in the faces: a blinded reader study, from its design to its answers. */
@Command(
        name = "readers",
        mixinStandardHelpOptions = true,
        description = {
            "Asks people what they see in the same photos, blinded, to compare them with the models.",
            "",
            "A reader study goes in four steps. Write its design, and look through it. Serve it to the readers, who"
                    + " answer in a browser; or give each of them a file where there is no server. Collect the answers"
                    + " as readers.csv. Then \"facies study report RUN --readers readers.csv\" compares the readers"
                    + " with the models of the run, and with each other."
        },
        subcommands = {
            ReadersInitCommand.class,
            ReadersPlanCommand.class,
            ReadersServeCommand.class,
            ReadersPackCommand.class,
            ReadersMergeCommand.class,
            ReadersExportCommand.class,
            ReadersBackupCommand.class
        })
public final class ReadersCommand extends CommandGroup {}
