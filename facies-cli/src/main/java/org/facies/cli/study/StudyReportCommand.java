package org.facies.cli.study;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.option.Output;
import org.facies.cli.table.ReadersTable;
import org.facies.cli.table.TerminalWidth;
import org.facies.input.BadInput;
import org.facies.report.ReportWriter;
import org.facies.run.RunDirectory;
import org.facies.study.RunReaders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a run again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes report.html of a finished run again. It is one file; a browser opens it without a network.",
            "",
            "With --readers, people who judged the same photos or subjects are added to the run first. From then on"
                    + " they are in metrics.json and in every report (docs/how-to/evaluate-other-tools.md). If a"
                    + " protocol.json lies next to the file, as a reader study of Facies exports it, it is added"
                    + " too."
        })
final class StudyReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "the run directory")
    @Output(Output.Kind.FOLDER)
    private Path root;

    @Option(
            names = "--readers",
            paramLabel = "FILE",
            description = "add the answers of readers from this CSV file. Columns: reader, subject or photo, answer;"
                    + " optional: arm, confidence, seconds, experience, position, block, repeat, p_<class>, comment")
    private Optional<Path> readers = Optional.empty();

    @Override
    public Integer call() {
        RunDirectory run = new RunDirectory(root);
        if (!Files.exists(run.metrics())) {
            throw new BadInput(
                    root.toString(), "", "has no metrics.json", "Finish the run with \"facies study" + " run\".");
        }
        PrintWriter out = spec.commandLine().getOut();
        readers.ifPresent(file -> {
            RunReaders study = RunReaders.of(run, Runtime.getRuntime().availableProcessors());
            out.println(new ReadersTable(study.take(file)).within(TerminalWidth.of(spec)));
            out.println();
        });
        new ReportWriter().write(root);
        out.println(run.report());
        return 0;
    }
}
