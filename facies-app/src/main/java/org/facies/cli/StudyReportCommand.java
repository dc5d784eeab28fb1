package org.facies.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facies.input.BadInput;
import org.facies.report.ReportWriter;
import org.facies.study.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a run anew. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes report.html of a finished run anew, one file that needs no network.")
final class StudyReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "the run directory")
    private Path root;

    @Override
    public Integer call() {
        RunDirectory run = new RunDirectory(root);
        if (!Files.exists(run.metrics())) {
            throw new BadInput(root.toString(), "", "has no metrics.json", "Finish the run with: facies study run.");
        }
        new ReportWriter().write(root);
        spec.commandLine().getOut().println(run.report());
        return 0;
    }
}
