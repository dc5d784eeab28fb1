package org.facies.cli.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.table.TextTable;
import org.facies.file.JsonFile;
import org.facies.run.RunDirectory;
import org.facies.study.StudyStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the progress of a run, also while it is running. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the progress of a run, also while it is running.")
final class StudyStatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "the run directory")
    private Path root;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Override
    public Integer call() {
        StudyStatus status = StudyStatus.of(new RunDirectory(root));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFile.text(status));
            out.flush();
            return 0;
        }
        TextTable table = new TextTable("model", "fold", "state", "candidates", "epochs");
        status.trials()
                .forEach(trial -> table.row(
                        trial.model(),
                        trial.fold() + trial.repeat().words(),
                        trial.state().name().toLowerCase(Locale.ROOT),
                        trial.inner() == 0 ? "–" : trial.innerDone() + "/" + trial.inner(),
                        trial.epochs() == 0 ? "–" : trial.epochsDone() + "/" + trial.epochs()));
        long done = status.trials().stream()
                .filter(trial -> trial.state() == StudyStatus.State.DONE)
                .count();
        out.println(status.name() + ": " + done + " of " + status.trials().size() + " trainings done, "
                + (status.evaluated() ? "evaluated" : "not evaluated yet")
                + (status.reported() ? ", report written." : "."));
        out.println();
        out.println(table.within(TerminalWidth.of(spec)));
        return 0;
    }
}
