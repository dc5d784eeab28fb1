package org.facies.cli.option;

import org.facies.autograd.ComputeDevice;
import org.facies.cli.command.SystemTime;
import org.facies.cli.command.Version;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cli.terminal.LicenceQuestion;
import org.facies.cli.terminal.Terminal;
import org.facies.cli.terminal.UserAnswers;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.facies.study.TrainingWorkspace;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Option;

/** Options for threads and for the terms of models, and what they give a command to work with. */
public final class Machine {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "use this many threads (default: one for each core). Another number of threads can change"
                    + " results slightly")
    @Bounds(least = 1, most = 512, remedy = "Leave the option out to use one thread for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--yes",
            description = "agree to the licences of models that restrict use or whose origin is unknown, without being"
                    + " asked (recorded once)")
    private boolean agreed;

    public int threads() {
        return threads;
    }

    public ModelZoo zoo(ConsoleProgress progress) {
        return ModelZoo.in(
                ModelZoo.defaultHome(),
                agreed ? Acknowledgement.GIVEN : new LicenceQuestion(Terminal.console()),
                SystemTime.CLOCK,
                progress);
    }

    public Workspace workspace(ConsoleProgress progress) {
        return workspace(zoo(progress), progress);
    }

    public TrainingWorkspace training(ComputeDevice device, ConsoleProgress progress) {
        return new TrainingWorkspace(workspace(progress), device);
    }

    /** As {@link #training(ComputeDevice, ConsoleProgress)}, for a user who agrees to licences in another way. */
    public TrainingWorkspace training(ComputeDevice device, ConsoleProgress progress, Acknowledgement terms) {
        ModelZoo zoo = ModelZoo.in(ModelZoo.defaultHome(), terms, SystemTime.CLOCK, progress);
        return new TrainingWorkspace(workspace(zoo, progress), device);
    }

    private Workspace workspace(ModelZoo zoo, ConsoleProgress progress) {
        return new Workspace(zoo, ModelZoo.defaultHome(), threads(), Version.current(), SystemTime.CLOCK, progress);
    }

    /** The answers of the user to questions that the options leave open. */
    public UserAnswers answers() {
        return new UserAnswers(agreed, Terminal.console());
    }
}
