package org.facies.cli.readers;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.command.SystemTime;
import org.facies.serve.pack.PackMerge;
import org.facies.serve.pack.PackMerge.LateAnswers;
import org.facies.serve.store.ReadingStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports the answers from packs. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Imports the answers that readers saved from their packs. Every file is checked first. If any file has a"
                    + " problem, all problems are reported and nothing is imported.",
            "",
            "A reader may send a file before all cases are done, and another one later. Importing a file twice"
                    + " changes nothing. The server may run at the same time."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  facies readers merge R1-3f2a.answers R2-91c0.answers --study readers.yaml"})
final class ReadersMergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files that readers saved from their packs")
    private List<Path> files = List.of();

    @Option(
            names = "--study",
            paramLabel = "YAML",
            defaultValue = "readers.yaml",
            description = "use this design of the reader study (default: ${DEFAULT-VALUE})")
    private Path study;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "use this data folder, which holds all answers (default: next to the design, with its name"
                    + " and the ending .study)")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--accept-late",
            description = "also import answers that were given after a pack expired, by the clock of the reader's"
                    + " machine")
    private boolean acceptLate;

    @Override
    public Integer call() {
        PrintWriter terminal = spec.commandLine().getOut();
        try (ReadingStore store = new StudyFolder(study, data).open()) {
            LateAnswers late = acceptLate ? LateAnswers.ACCEPTED : LateAnswers.REFUSED;
            new PackMerge(store, SystemTime.CLOCK.instant(), late).merge(files).forEach(one -> tell(one, terminal));
        }
        terminal.println("Next: facies readers export " + study + " --out DIR");
        return 0;
    }

    private static void tell(PackMerge.Merged one, PrintWriter terminal) {
        String added = one.added() == 0 ? "nothing new" : one.added() + " new answers and corrections";
        int missing = one.total() - one.complete();
        String rest = missing == 0
                ? "all " + one.total() + " cases are complete"
                : one.complete() + " of " + one.total() + " cases are complete, " + missing + " are missing";
        terminal.println(one.reader() + " (" + one.file() + "): " + added + "; " + rest + ".");
    }
}
