package org.facies.cli;

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
final class CohortCommand extends CommandGroup {}
