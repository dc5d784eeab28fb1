package org.facies.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.ManifestRules;
import org.facies.cohort.Photo;
import org.facies.cohort.PhotoProbe;
import org.facies.file.JsonFile;
import org.facies.input.BadInput;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.reader.ReaderAnswers;
import org.facies.reader.ReaderStudy;
import org.facies.study.CohortRecord;
import org.facies.study.EvaluationRecord;
import org.facies.study.RunDirectory;
import org.facies.study.RunReaders;

/** The evaluation of predictions that another tool made, as a study would do it, into a folder of its own. */
public final class BroughtPredictions {
    private final Path predictions;
    private final Optional<Path> readers;
    private final Optional<Path> manifest;
    private final EvaluationSettings settings;
    private final int threads;

    /**
     * What came out.
     *
     * @param readers empty if none were given
     */
    public record Outcome(Evaluation evaluation, Optional<ReaderStudy> readers) {}

    /**
     * An evaluation to be done.
     *
     * @param predictions in the layout of {@link PredictionTable#readBrought}
     * @param readers in the layout of {@link ReaderAnswers#read}
     * @param manifest of the cohort, for counts by class and subgroup; must agree with the predictions
     * @param threads for reading photo files
     */
    public BroughtPredictions(
            Path predictions,
            Optional<Path> readers,
            Optional<Path> manifest,
            EvaluationSettings settings,
            int threads) {
        this.predictions = predictions;
        this.readers = readers;
        this.manifest = manifest;
        this.settings = settings;
        this.threads = threads;
    }

    /**
     * Evaluates and writes the folder's files, all but the report. Nothing is written before everything was checked.
     *
     * @throws BadInput with everything that is wrong with a file
     */
    public Outcome evaluateInto(Path folder) {
        RunDirectory out = new RunDirectory(folder);
        requireOwn(out);
        PredictionTable table = PredictionTable.readBrought(predictions);
        Optional<Cohort> cohort = manifest.map(this::cohort);
        Evaluation evaluation = Evaluation.of(table, settings);
        cohort.ifPresent(known -> new ManifestAgreement(known).require(table));
        Optional<ReaderAnswers> answers = readers.map(csv -> ReaderAnswers.read(csv, table));
        removeStale(out);
        table.write(out.predictions());
        cohort.ifPresent(known -> JsonFile.write(out.cohort(), record(known, table)));
        evaluation.write(out.metrics());
        EvaluationRecord.of(predictions, readers, manifest, settings).write(out.evaluation());
        return new Outcome(
                evaluation,
                answers.map(given -> new RunReaders(out, settings).take(readers.orElseThrow(), table, given)));
    }

    /** A run's files, and the user's own, are not written over. */
    private void requireOwn(RunDirectory out) {
        if (Files.exists(out.study())) {
            throw new BadInput(
                    out.root().toString(),
                    "",
                    "is the run directory of a study",
                    "Name another folder, or add readers to that run with: facies study report " + out.root()
                            + " --readers FILE.");
        }
        if (isSame(predictions, out.predictions())
                || readers.filter(file -> isSame(file, out.readers())).isPresent()) {
            throw new BadInput(
                    out.root().toString(),
                    "",
                    "holds the files to evaluate, and would get files of the same names",
                    "Name another folder.");
        }
        if (!Files.exists(out.evaluation()) && Files.exists(out.predictions())) {
            throw new BadInput(
                    out.predictions().toString(),
                    "",
                    "is there already and was not written by \"facies evaluate\"",
                    "Name another folder.");
        }
    }

    /** What an earlier evaluation into this folder left and this one does not write anew. */
    private static void removeStale(RunDirectory out) {
        try {
            Files.deleteIfExists(out.readers());
            Files.deleteIfExists(out.cohort());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Cohort cohort(Path file) {
        ManifestRules rules =
                ManifestRules.standard(PhotoProbe.acceptAll(), threads).withFolds(1);
        return ManifestReader.read(file, rules).orThrow();
    }

    private static CohortRecord record(Cohort cohort, PredictionTable table) {
        Set<String> predicted =
                table.predictions().stream().map(Prediction::photo).collect(Collectors.toSet());
        List<String> without = cohort.photos().stream()
                .map(Photo::path)
                .filter(photo -> !predicted.contains(photo))
                .toList();
        return CohortRecord.of(cohort.only(photo -> predicted.contains(photo.path())), without, "has no prediction");
    }
}
