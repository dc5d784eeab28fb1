package org.facies.cli.cohort;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** Commands for a cohort before a study. */
@Command(
        name = "cohort",
        mixinStandardHelpOptions = true,
        description = "Checks a cohort, finds and aligns its faces, looks for data leakage and confounding, or draws a"
                + " synthetic cohort.",
        subcommands = {
            CohortCheckCommand.class,
            CohortAlignCommand.class,
            CohortAuditCommand.class,
            CohortSynthCommand.class
        })
public final class CohortCommand extends CommandGroup {}
