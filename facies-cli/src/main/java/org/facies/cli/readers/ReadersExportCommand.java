package org.facies.cli.readers;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.facies.cli.command.NextStep;
import org.facies.cli.command.Version;
import org.facies.cli.option.Output;
import org.facies.reading.CollectedAnswers;
import org.facies.serve.store.ReadingStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the answers of readers. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all answers so far: readers.csv for the analysis; protocol.json, which records what each reader"
                    + " was shown; and a file for iMRMC for each class. The server may run at the same time.",
            "",
            "The files contain ids of subjects and names of photos. They are for the owner of the cohort, not for"
                    + " readers."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies readers export readers.yaml --out answers",
            "  facies study report runs/first --readers answers/readers.csv"
        })
final class ReadersExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StudyPlace place;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "write the files into this folder")
    @Output(Output.Kind.FOLDER)
    private Path out;

    @Override
    public Integer call() {
        PrintWriter terminal = spec.commandLine().getOut();
        try (ReadingStore store = place.folder().open()) {
            List<Path> written = store.answers(Version.current()).write(out);
            terminal.println(StudyProgress.of(store).line());
            written.forEach(file -> terminal.println("Wrote " + file));
        }
        terminal.println(NextStep.line("study report RUN --readers", out.resolve(CollectedAnswers.READERS)));
        return 0;
    }
}
