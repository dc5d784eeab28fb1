package org.facies.cli.readers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facies.file.PathText;
import org.facies.input.Problem;
import org.facies.run.RunDirectory;

/**
 * The run that a user names on the command line for a new reader study.
 *
 * @param given the path as the user gave it
 * @param folder the absolute path
 */
record NamedRun(Path given, Path folder) {

    /**
     * Finds the run.
     *
     * @param given absolute, or relative to the current folder; if nothing is there, relative to the folder of the new
     *     file
     */
    static NamedRun of(Path given, Path file) {
        Path beside = file.toAbsolutePath().resolveSibling(given);
        Path folder = Files.exists(given) || !Files.exists(beside) ? given.toAbsolutePath() : beside;
        return new NamedRun(given, folder.normalize());
    }

    /**
     * The reason why the folder is not a run with predictions; empty if it is one. The content of the predictions is
     * not read.
     */
    Optional<Problem> problem() {
        if (!Files.exists(folder)) {
            return problem("does not exist");
        }
        if (!Files.isDirectory(folder)) {
            return problem("is a file, not the folder of a run");
        }
        return Files.exists(new RunDirectory(folder).predictions())
                ? Optional.empty()
                : problem("is not a finished run: it has no predictions.csv");
    }

    /** The path of the run as the new file states it. */
    String from(Path file) {
        return PathText.seenFrom(file, given, folder);
    }

    private Optional<Problem> problem(String what) {
        return Optional.of(new Problem(
                "--run", given.toString(), what, "Give the folder that \"facies study run\" wrote to with --out."));
    }
}
