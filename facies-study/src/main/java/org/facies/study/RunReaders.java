package org.facies.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.reader.ReaderStudy;
import org.facies.result.MetricsFile;
import org.facies.run.RunDirectory;

/**
 * The readers of a run: {@code readers.csv} and {@code protocol.json} in its directory, and their results in {@code
 * metrics.json}.
 */
public final class RunReaders {
    private final RunDirectory run;
    private final EvaluationSettings settings;
    private final int threads;

    /**
     * The readers of a run that has its {@code predictions.csv} and {@code metrics.json}.
     *
     * @param settings settings of the run's evaluation
     * @param threads at least 1; the results do not depend on it
     */
    public RunReaders(RunDirectory run, EvaluationSettings settings, int threads) {
        this.run = run;
        this.settings = settings;
        this.threads = threads;
    }

    /** The readers of a finished run, evaluated with the settings in its {@code metrics.json}. */
    public static RunReaders of(RunDirectory run, int threads) {
        return new RunReaders(run, MetricsFile.read(run.metrics()).intervals(), threads);
    }

    /**
     * Copies a file of readers and the {@code protocol.json} next to it into the run, and adds their results to {@code
     * metrics.json}. Earlier readers are replaced.
     *
     * @throws org.facies.input.BadInput with every problem of the file; the run is then unchanged
     */
    public ReaderStudy take(Path csv) {
        PredictionTable table = PredictionTable.read(run.predictions());
        return take(GivenReaders.read(csv, table), table);
    }

    /** The same, for files that were read already. */
    public ReaderStudy take(GivenReaders given, PredictionTable table) {
        copy(given.csv(), run.readers());
        if (given.protocol().isPresent()) {
            copy(given.protocol().get(), run.protocol());
        } else {
            deleteProtocol();
        }
        return add(table, given);
    }

    private static void copy(Path from, Path to) {
        try {
            AtomicFile.write(to, Files.readAllBytes(from));
        } catch (IOException vanished) {
            throw FileRefusal.reading(from, vanished);
        }
    }

    /** Removes the files of earlier readers. */
    private void deleteProtocol() {
        try {
            Files.deleteIfExists(run.protocol());
        } catch (IOException unwritable) {
            throw FileRefusal.writing(run.protocol(), unwritable);
        }
    }

    /** Adds the readers of the run to {@code metrics.json} after it was written without them. */
    void refresh(PredictionTable table) {
        if (Files.exists(run.readers())) {
            add(table, GivenReaders.read(run.readers(), table));
        }
    }

    private ReaderStudy add(PredictionTable table, GivenReaders given) {
        MetricsFile metrics = MetricsFile.read(run.metrics());
        ReaderStudy study = ReaderStudy.of(table, given.answers(), given.shown(), settings, threads);
        metrics.withReaders(study).write(run.metrics());
        return study;
    }
}
