package org.facies.cli.cohort;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** What is done with a cohort before a study. */
@Command(
        name = "cohort",
        mixinStandardHelpOptions = true,
        description =
                "Checks a cohort, finds and aligns its faces, looks for leaks and shortcuts; draws a synthetic one.",
        subcommands = {
            CohortCheckCommand.class,
            CohortAlignCommand.class,
            CohortAuditCommand.class,
            CohortSynthCommand.class
        })
public final class CohortCommand extends CommandGroup {}
