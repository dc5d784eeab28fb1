package org.facies.cli.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.option.TrainingDevice;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.run.RunDirectory;
import org.facies.study.Refit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains one network of a finished run on all children. */
@Command(
        name = "refit",
        mixinStandardHelpOptions = true,
        description = {
            "Trains one network on all children of a finished study, with the settings of the study. A single"
                    + " network answers faster than the networks of all folds together.",
            "",
            "If the study tuned the model, the candidate that most folds chose is used, or the first of equals. No"
                    + " child is left to test this network on. When you report results, say that those of the study"
                    + " are for its settings, not for this network.",
            "",
            "Photos and diagnoses must be those of the study. After an interruption, run the same command again to"
                    + " resume. Results go to trials/<model>/refit in the run directory."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies study refit runs/first",
            "  facies study refit runs/first --model arcface-pfm --cohort photos/manifest.csv"
        })
final class StudyRefitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "the run directory of a finished study")
    private Path run = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "train this model of the run (default: the best by the metric of the study, choice.metric)")
    private Optional<String> model = Optional.empty();

    @Option(
            names = "--cohort",
            paramLabel = "CSV",
            description =
                    "use this manifest of the run's cohort (default: the one in study.yaml, searched in the current"
                            + " folder and in the folders above the run)")
    private Optional<Path> manifest = Optional.empty();

    @Mixin
    private Machine machine;

    @Mixin
    private TrainingDevice device;

    @Override
    public Integer call() {
        Refit.Order order = new Refit.Order(new RunDirectory(run), model, manifest);
        Refit.Outcome outcome = new Refit(order, machine.training(device.resolved(), new ConsoleProgress())).run();
        PrintWriter terminal = spec.commandLine().getOut();
        outcome.candidate()
                .ifPresent(chosen -> terminal.println("Settings: candidate " + chosen.candidate() + " ("
                        + chosen.settings() + "), chosen in " + chosen.folds() + " of " + chosen.of() + " folds."));
        terminal.println(outcome.model() + " was trained on all children: " + RunDirectory.modelIn(outcome.folder()));
        terminal.println(NextStep.line(
                "bundle make",
                run,
                "--model",
                outcome.model(),
                "--members refit --out",
                NextStep.free("model.facies")));
        return 0;
    }
}
