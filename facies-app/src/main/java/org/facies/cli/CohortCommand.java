package org.facies.cli;

import picocli.CommandLine.Command;

/** What is done with a cohort before a study. */
@Command(
        name = "cohort",
        mixinStandardHelpOptions = true,
        description = "Checks a cohort, finds and aligns its faces; draws a synthetic one.",
        subcommands = {CohortCheckCommand.class, CohortAlignCommand.class, CohortSynthCommand.class})
final class CohortCommand {}
