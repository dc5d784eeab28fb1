package org.facies.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.cohort.ClassNames;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortWarnings;
import org.facies.cohort.ManifestRules;
import org.facies.cohort.NamedClass;
import org.facies.cohort.Photo;
import org.facies.cohort.PhotoProbe;
import org.facies.cohort.SubjectAttributes;
import org.facies.cohort.SyntheticMark;
import org.facies.file.FileRefusal;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.reader.ReaderStudy;
import org.facies.result.CohortRecord;
import org.facies.result.CohortRecord.Refusal;
import org.facies.result.EvaluationRecord;
import org.facies.result.MetricsFile;
import org.facies.run.Provenance;
import org.facies.run.RunDirectory;
import org.facies.statistic.ParallelRange;
import org.facies.study.CheckedCohort;
import org.facies.study.GivenReaders;
import org.facies.study.RunReaders;
import org.facies.study.UnaffectedClass;
import org.facies.subgroup.ColumnChoice;
import org.facies.subgroup.SubgroupColumn;
import org.facies.uncertainty.UncertaintyEvaluation;
import org.facies.uncertainty.UncertaintySettings;

/** Evaluates the predictions of another tool in the same way as a study, into a separate folder. */
public final class ImportedPredictions {
    private final ImportedFiles files;
    private final ImportedQuestions questions;
    private final int threads;
    private final Consumer<String> say;

    /**
     * The result.
     *
     * @param readers empty if none were given
     * @param warnings about the manifest and the table of subjects, each a sentence and a remedy
     */
    public record Outcome(Evaluation evaluation, Optional<ReaderStudy> readers, List<String> warnings) {
        public Outcome {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Prepares an evaluation.
     *
     * @param threads at least 1; the results do not depend on it
     * @param say receives warnings about the files, line by line
     */
    public ImportedPredictions(ImportedFiles files, ImportedQuestions questions, int threads, Consumer<String> say) {
        this.files = files;
        this.questions = questions;
        this.threads = threads;
        this.say = say;
    }

    /**
     * Evaluates and writes all files of the folder except the report. All inputs are checked before anything is
     * written.
     *
     * @throws BadInput with every problem of a file
     */
    public Outcome evaluateInto(Path folder) {
        RunDirectory out = new RunDirectory(folder);
        requireOwn(out);
        PredictionTable table = PredictionTable.readImported(files.predictions());
        Optional<CheckedCohort> checked = files.manifest().map(this::checked);
        Optional<Cohort> cohort = checked.map(CheckedCohort::cohort);
        Evaluation.requireSamePhotos(table);
        cohort.ifPresent(known -> new ManifestAgreement(known).require(table));
        Optional<SubjectAttributes> known = files.cohort().map(this::subjects);
        List<SubgroupColumn> columns = columns(table, known.or(() -> cohort.map(SubjectAttributes::of)));
        List<CohortWarnings> warnings = Stream.concat(
                        checked.map(CheckedCohort::warnings).stream(), known.map(SubjectAttributes::warnings).stream())
                .toList();
        UncertaintySettings trust = questions.uncertainty(table);
        UnaffectedClass.note("--unaffected", trust.screening().unaffected(), table.classes())
                .ifPresent(say);
        Optional<GivenReaders> answers = files.readers().map(csv -> GivenReaders.read(csv, table));
        List<NamedClass> names = cohort.map(ClassNames::of).orElse(List.of());
        EvaluationSettings intervals = questions.intervals();
        Evaluation evaluation = ParallelRange.both(
                threads,
                () -> Evaluation.of(table, intervals, threads),
                () -> UncertaintyEvaluation.of(table, columns, new NoveltyTable(List.of()), trust, threads),
                (figures, uncertainty) -> {
                    removeStale(out);
                    table.write(out.predictions());
                    checked.ifPresent(one -> CohortRecord.FILE.write(out.cohort(), record(one, table)));
                    MetricsFile.of(figures, uncertainty).withNames(names).write(out.metrics());
                    return figures;
                });
        EvaluationRecord.FILE.write(
                out.evaluation(),
                new EvaluationRecord(
                        files.predictions().getFileName().toString(),
                        intervals,
                        Provenance.ofThisProcess(intervals.seed(), hashes(answers.flatMap(GivenReaders::protocol))),
                        synthetic()));
        return new Outcome(
                evaluation,
                answers.map(given -> new RunReaders(out, intervals, threads).take(given, table)),
                warnings.stream()
                        .flatMap(one -> one.sentences().stream())
                        .distinct()
                        .toList());
    }

    /** Whether one of the files is next to the card of a synthetic cohort; empty if there is no such file. */
    private Optional<Boolean> synthetic() {
        return Stream.of(files.manifest(), files.cohort())
                .flatMap(Optional::stream)
                .map(SyntheticMark::isBeside)
                .reduce((one, other) -> one || other);
    }

    /** Hashes of the files, by their role. */
    private Map<String, String> hashes(Optional<Path> protocol) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("predictions", Sha256.ofReadable(files.predictions()));
        files.readers().ifPresent(file -> inputs.put("readers", Sha256.ofReadable(file)));
        protocol.ifPresent(file -> inputs.put("protocol", Sha256.ofReadable(file)));
        files.manifest().ifPresent(file -> inputs.put("manifest", Sha256.ofReadable(file)));
        files.cohort().ifPresent(file -> inputs.put("cohort", Sha256.ofReadable(file)));
        return inputs;
    }

    private List<SubgroupColumn> columns(PredictionTable table, Optional<SubjectAttributes> subjects) {
        if (subjects.isEmpty() && !questions.subgroups().isEmpty()) {
            throw new BadInput(
                    "--subgroup",
                    questions.subgroups().get(0),
                    "is not a column of any file",
                    "Name the file that has the column with --cohort FILE.");
        }
        return subjects.stream()
                .flatMap(known -> {
                    known.require(diagnosisBySubject(table), "predictions");
                    return ColumnChoice.of(known.columns(), questions.subgroups(), "--subgroup").stream()
                            .map(column -> SubgroupColumn.of(known, column));
                })
                .toList();
    }

    private static Map<String, String> diagnosisBySubject(PredictionTable table) {
        Map<String, String> diagnosis = new LinkedHashMap<>();
        table.predictions().forEach(one -> diagnosis.put(one.subject(), one.diagnosis()));
        return diagnosis;
    }

    /** Refuses to overwrite the files of a run or of the user. */
    private void requireOwn(RunDirectory out) {
        if (Files.exists(out.study())) {
            throw new BadInput(
                    out.root().toString(),
                    "",
                    "is the run directory of a study",
                    "Name another folder, or add readers to that run with: facies study report " + out.root()
                            + " --readers FILE.");
        }
        if (isSame(files.predictions(), out.predictions())
                || files.readers().filter(file -> isSame(file, out.readers())).isPresent()) {
            throw new BadInput(
                    out.root().toString(),
                    "",
                    "contains the files to evaluate, which would be overwritten",
                    "Name another folder.");
        }
        if (!Files.exists(out.evaluation()) && Files.exists(out.predictions())) {
            throw new BadInput(
                    out.predictions().toString(),
                    "",
                    "exists already and was not written by \"facies evaluate\"",
                    "Name another folder.");
        }
    }

    /** Deletes files of an earlier evaluation that this one does not overwrite. */
    private static void removeStale(RunDirectory out) {
        try {
            Files.deleteIfExists(out.readers());
            Files.deleteIfExists(out.protocol());
            Files.deleteIfExists(out.cohort());
        } catch (IOException unwritable) {
            throw FileRefusal.writing(out.root(), unwritable);
        }
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException unreadable) {
            throw FileRefusal.reading(a, unreadable);
        }
    }

    private CheckedCohort checked(Path file) {
        ManifestRules rules =
                ManifestRules.standard(PhotoProbe.acceptAll(), threads).withFolds(1);
        return CheckedCohort.read(file, rules, say);
    }

    /** Skips a file that is the manifest as well: its warnings were shown before. */
    private SubjectAttributes subjects(Path file) {
        SubjectAttributes subjects = SubjectAttributes.read(file);
        if (files.manifest().filter(manifest -> isSame(manifest, file)).isEmpty()) {
            subjects.warnings().lines("").forEach(say);
        }
        return subjects;
    }

    private static CohortRecord record(CheckedCohort checked, PredictionTable table) {
        Cohort cohort = checked.cohort();
        Set<String> predicted =
                table.predictions().stream().map(Prediction::photo).collect(Collectors.toSet());
        List<Refusal> without = cohort.photos().stream()
                .map(Photo::path)
                .filter(photo -> !predicted.contains(photo))
                .map(photo -> new Refusal(photo, "has no prediction"))
                .toList();
        return CohortRecord.of(
                cohort.only(photo -> predicted.contains(photo.path())), without, Map.of(), checked.warnings());
    }
}
