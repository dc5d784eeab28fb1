package org.facies.cli.study;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** The main job: models trained and compared on a cohort. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        description = "Trains and compares models on a cohort, fold by fold, and reports.",
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
