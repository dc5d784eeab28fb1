package org.facies.cli.readers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facies.cli.option.Output;
import org.facies.input.BadInput;
import org.facies.serve.store.ReadingStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies everything that a reader study keeps into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies everything that a reader study keeps into one file: its design, the children drawn, all readers and"
                    + " their answers. The server may run meanwhile; the copy is of one moment.",
            "",
            "To restore it, stop the server, and copy the file into the data folder as study.db; remove study.db-wal"
                    + " and study.db-shm if they are there. Pictures are not in the copy: serve makes them again from"
                    + " the photos.",
            "The file names subjects. Keep it where the cohort may be kept."
        },
        footerHeading = "%nExample:%n",
        footer = {"  facies readers backup readers.yaml --out backups/readers-monday.db"})
final class ReadersBackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StudyPlace place;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the new file")
    @Output(Output.Kind.FILE)
    private Path out;

    @Override
    public Integer call() {
        if (Files.exists(out)) {
            throw new BadInput(out.toString(), "", "is there already", "Name another file: a backup replaces nothing.");
        }
        try (ReadingStore store = place.folder().open()) {
            store.backUpTo(out);
            spec.commandLine()
                    .getOut()
                    .println("Wrote " + out + ". " + StudyProgress.of(store).line());
        }
        return 0;
    }
}
