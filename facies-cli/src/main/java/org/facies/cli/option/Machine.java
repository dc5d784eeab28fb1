package org.facies.cli.option;

import java.util.Locale;
import org.facies.autograd.ComputeDevice;
import org.facies.cli.command.SystemTime;
import org.facies.cli.command.Version;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cli.terminal.Terminal;
import org.facies.cli.terminal.UserAnswers;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelCard;
import org.facies.model.ModelZoo;
import org.facies.study.TrainingWorkspace;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Option;

/** Options that say what a command works with. */
public final class Machine {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads for everything (default: one for each core); results may differ between numbers")
    @Bounds(least = 1, most = 512, remedy = "Leave it out for one thread for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--yes",
            description =
                    "agree to the terms of models whose licence restricts use or whose origin nobody states, which is"
                            + " recorded, and accept what is proposed instead of being asked")
    private boolean agreed;

    public int threads() {
        return threads;
    }

    public ModelZoo zoo(ConsoleProgress progress) {
        return ModelZoo.in(
                ModelZoo.defaultHome(), agreed ? Acknowledgement.GIVEN : Machine::ask, SystemTime.CLOCK, progress);
    }

    public Workspace workspace(ConsoleProgress progress) {
        return workspace(zoo(progress), progress);
    }

    public TrainingWorkspace training(ComputeDevice device, ConsoleProgress progress) {
        return new TrainingWorkspace(workspace(progress), device);
    }

    /** As {@link #training(ComputeDevice, ConsoleProgress)}, for whoever has agreed to terms in another way. */
    public TrainingWorkspace training(ComputeDevice device, ConsoleProgress progress, Acknowledgement terms) {
        ModelZoo zoo = ModelZoo.in(ModelZoo.defaultHome(), terms, SystemTime.CLOCK, progress);
        return new TrainingWorkspace(workspace(zoo, progress), device);
    }

    private Workspace workspace(ModelZoo zoo, ConsoleProgress progress) {
        return new Workspace(zoo, ModelZoo.defaultHome(), threads(), Version.current(), SystemTime.CLOCK, progress);
    }

    /** Whoever can be asked what an option leaves open. */
    public UserAnswers answers() {
        return new UserAnswers(agreed, Terminal.console());
    }

    private static boolean ask(ModelCard card) {
        String prompt = "%s: %s%nLicence as stated: %s%nOrigin: %s%nUse it? [y/N] "
                .formatted(
                        card.id(),
                        card.licence().caution(),
                        card.licence().stated(),
                        card.licence().origin());
        return Terminal.console()
                .answer(prompt)
                .filter(answer -> answer.toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }
}
