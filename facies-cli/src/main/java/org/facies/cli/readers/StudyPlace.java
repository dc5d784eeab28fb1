package org.facies.cli.readers;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that name a reader study. */
final class StudyPlace {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "readers.yaml",
            description = "the design of the reader study (default: ${DEFAULT-VALUE})")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "use this data folder, which holds the pictures and all answers (default: next to FILE,"
                    + " with its name and the ending .study)")
    private Optional<Path> data = Optional.empty();

    Path file() {
        return file;
    }

    StudyFolder folder() {
        return new StudyFolder(file, data);
    }
}
