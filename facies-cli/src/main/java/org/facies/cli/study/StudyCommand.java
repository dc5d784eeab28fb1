package org.facies.cli.study;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** Trains and compares models on a cohort. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        description = "Trains and compares models on a cohort by cross-validation, and writes a report.",
        subcommands = {
            StudyInitCommand.class,
            StudyRunCommand.class,
            StudyRefitCommand.class,
            StudyStatusCommand.class,
            StudyReportCommand.class,
            StudyReviewCommand.class,
            StudyValidateCommand.class,
            StudyQuantiseCommand.class,
            StudyPowerCommand.class
        })
public final class StudyCommand extends CommandGroup {}
