package org.facies.cli.readers;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** Commands for a blinded reader study, from its design to its answers. */
@Command(
        name = "readers",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a reader study: people judge the same photos, blinded, and are compared with the models.",
            "",
            "A reader study has four steps. (1) \"readers init\" writes its design; check it. (2) \"readers serve\""
                    + " shows the cases to readers, who answer in a browser; without a server, \"readers pack\""
                    + " makes a file for each reader. (3) \"readers export\" writes the answers as readers.csv. (4)"
                    + " \"facies study report RUN --readers readers.csv\" compares the readers with the models of"
                    + " the run, and with each other."
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
