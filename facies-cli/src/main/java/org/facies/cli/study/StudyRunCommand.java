package org.facies.cli.study;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.option.TrainingDevice;
import org.facies.cli.table.ChosenTable;
import org.facies.cli.table.ContrastTable;
import org.facies.cli.table.LeadSentence;
import org.facies.cli.table.MetricsTable;
import org.facies.cli.table.PreviewTable;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.metric.Evaluation;
import org.facies.report.ReportWriter;
import org.facies.result.MetricsFile;
import org.facies.result.SelectionTable;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.run.RunLog;
import org.facies.study.StudyFile;
import org.facies.study.StudyRunner;
import org.facies.study.TrainingWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a study, or resumes one. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a study: checks the cohort, finds and aligns the faces, divides the children into folds, trains"
                    + " every model for every fold, evaluates out of fold, and writes a report.",
            "If a model has candidates, each fold first chooses one of them, using only its training children"
                    + " (nested cross-validation).",
            "",
            "After an interruption of any kind, run the same command again to resume; finished work is not repeated."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  facies study init study.yaml --cohort photos/manifest.csv",
            "  facies study run study.yaml --out runs/first --dry-run     # estimate the time",
            "  facies study run study.yaml --out runs/first"
        })
final class StudyRunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "the study file")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "write into this run directory: a" + " new one, or that of an interrupted run")
    @Output(Output.Kind.FOLDER)
    private Path out;

    @Option(
            names = "--dry-run",
            description = "print the planned trainings and the estimated time, then stop. This decodes every photo and"
                    + " times a few steps of every model; nothing is written into the run directory")
    private boolean dryRun;

    @Mixin
    private Machine machine;

    @Mixin
    private TrainingDevice device;

    @Override
    public Integer call() {
        StudySettings settings = StudyFile.read(file);
        RunDirectory run = new RunDirectory(out);
        TrainingWorkspace work = machine.training(device.resolved(), new ConsoleProgress());
        StudyRunner runner = new StudyRunner(settings, file, run, work);
        PrintWriter terminal = spec.commandLine().getOut();
        if (dryRun) {
            terminal.println(new PreviewTable(runner.preview()).within(TerminalWidth.of(spec)));
            terminal.println(NextStep.line("study run", file, "--out", out));
            return 0;
        }
        Evaluation evaluation = runner.run();
        new RunLog(run, work.workspace().clock())
                .during(RunLog.Stage.REPORT, () -> new ReportWriter().write(run.root()));
        int columns = TerminalWidth.of(spec);
        terminal.println(LeadSentence.of(evaluation, columns));
        terminal.println();
        MetricsFile.read(run.metrics()).planned().contrasts().ifPresent(contrasts -> {
            terminal.println(new ContrastTable(contrasts).within(columns));
            terminal.println();
        });
        terminal.println(new MetricsTable(evaluation).within(columns));
        terminal.println();
        if (Files.exists(run.choices())) {
            terminal.println(new ChosenTable(SelectionTable.read(run.choices())).within(columns));
            terminal.println();
        }
        terminal.println("Report: " + run.report());
        terminal.println(
                NextStep.line("study power --cohort", manifest(settings), "--out", NextStep.free("runs/power")));
        return 0;
    }

    /** The manifest as seen from the current folder. */
    private Path manifest(StudySettings settings) {
        Path manifest = file.resolveSibling(settings.cohort());
        Path shorter = manifest.normalize();
        return Files.exists(shorter) ? shorter : manifest;
    }
}
