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

/** Copies all data of a reader study into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies all data of a reader study into one file: its design, the selected children, all readers and"
                    + " their answers. The server may run at the same time; the copy shows one moment.",
            "",
            "To restore the copy, stop the server, copy the file into the data folder as study.db, and remove"
                    + " study.db-wal and study.db-shm if they exist. Pictures are not in the copy; \"readers serve\""
                    + " makes them again from the photos.",
            "The file contains ids of subjects. Protect it as you protect the cohort."
        },
        footerHeading = "%nExample:%n",
        footer = {"  facies readers backup readers.yaml --out backups/readers-monday.db"})
final class ReadersBackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StudyPlace place;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "write the copy to this new file")
    @Output(Output.Kind.FILE)
    private Path out;

    @Override
    public Integer call() {
        if (Files.exists(out)) {
            throw new BadInput(
                    out.toString(), "", "already exists", "Name another file; a backup never replaces a" + " file.");
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
