package org.facies.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Level;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.reader.AdvisingModel;
import org.facies.reader.ReaderAnswers;
import org.facies.reader.ReaderStudy;
import org.facies.result.AuditReport;
import org.facies.result.CohortRecord;
import org.facies.result.CohortRecord.Refusal;
import org.facies.result.MetricsFile;
import org.facies.subgroup.SubgroupColumn;
import org.facies.table.CsvFile;
import org.facies.uncertainty.UncertaintyEvaluation;
import org.facies.uncertainty.UncertaintySettings;

/** A run directory of a study with two models, five folds and made-up probabilities; its metrics are core's. */
final class SampleRun {
    static final int FOLDS = 5;

    private final Path directory;
    private final List<String> models;
    private final PredictionTable predictions;

    private SampleRun(Path directory, List<String> classes, List<String> models, long seed) {
        this.directory = directory;
        this.models = models;
        this.predictions = predictions(classes, models, new SplittableRandom(seed));
    }

    /** Writes everything that a finished run has. */
    static SampleRun complete(Path directory) {
        return complete(directory, List.of("alagille", "none", "noonan"), List.of("cosface-pfm", "arcface-pfm"));
    }

    /** The same with these classes and models. */
    static SampleRun complete(Path directory, List<String> classes, List<String> models) {
        SampleRun run = minimal(directory, classes, models);
        run.writeCohort(List.of(), Map.of());
        run.predictions.write(directory.resolve("predictions.csv"));
        run.writeFolds();
        run.models.forEach(run::writeHistories);
        return run;
    }

    /** The same of faces that a computer drew, with an audit and readers: it has every figure and every table. */
    static SampleRun synthetic(Path directory) {
        SampleRun run = complete(directory);
        run.writeCohort(List.of(), Map.of(), true);
        run.writeReaders();
        AuditReport.FILE.write(
                directory.resolve("audit.json"),
                SampleAudit.of(new AuditReport.Finding(
                        "same person", AuditReport.Finding.Level.NOTHING_FOUND, "No two subjects look alike.")));
        return run;
    }

    /** Writes what a report cannot do without: {@code study.yaml} and {@code metrics.json}. */
    static SampleRun minimal(Path directory, List<String> classes, List<String> models) {
        SampleRun run = new SampleRun(directory, classes, models, 11);
        run.writeStudy("subject");
        EvaluationSettings settings = new EvaluationSettings(200, 5);
        List<String> subjects = run.predictions.predictions().stream()
                .map(Prediction::subject)
                .distinct()
                .toList();
        int half = subjects.size() / 2;
        Map<String, List<String>> sites = new TreeMap<>();
        sites.put("one", subjects.subList(0, half));
        sites.put("two", subjects.subList(half, subjects.size()));
        SubgroupColumn site = new SubgroupColumn("site", sites);
        NoveltyTable novelty = new NoveltyTable(run.predictions.predictions().stream()
                .map(p -> new NoveltyTable.Row(
                        p.model(),
                        p.fold(),
                        p.photo(),
                        p.subject(),
                        p.probabilities().get(0)))
                .toList());
        MetricsFile.of(
                        Evaluation.of(run.predictions, settings),
                        UncertaintyEvaluation.of(
                                run.predictions, List.of(site), novelty, UncertaintySettings.standard(settings)))
                .write(directory.resolve("metrics.json"));
        return run;
    }

    PredictionTable predictions() {
        return predictions;
    }

    void writeStudy(String unit) {
        SampleStudy.write(
                directory, unit, models.stream().map(SampleStudy::model).toList());
    }

    /** Three readers who judged the first thirty subjects, each with a taste of its own. */
    void writeReaders() {
        List<List<String>> answers = new ArrayList<>();
        List<Prediction> photos = predictions.of(models.get(0));
        for (int i = 0; i < 60; i += 2) {
            for (int reader = 0; reader < 3; reader++) {
                boolean isRight = (i / 2 + reader) % (3 + reader) != 0;
                String answer = isRight
                        ? photos.get(i).diagnosis()
                        : predictions.classes().get(reader);
                answers.add(List.of("reader-" + reader, photos.get(i).subject(), answer));
            }
        }
        Path csv = directory.resolve("readers.csv");
        CsvFile.write(csv, List.of("reader", "subject", "answer"), answers);
        Path metrics = directory.resolve("metrics.json");
        ReaderStudy study =
                ReaderStudy.of(predictions, ReaderAnswers.read(csv, predictions), new EvaluationSettings(100, 5));
        MetricsFile.read(metrics).withReaders(study).write(metrics);
    }

    /**
     * Three readers of the first thirty subjects as a reader study collects them: two see the first model, some cases
     * are not named, some are shown again.
     */
    void writeReadingStudy(boolean isSimulated) {
        List<List<String>> rows = new ArrayList<>();
        List<Prediction> photos = predictions.of(models.get(0));
        AdvisingModel model = AdvisingModel.of(predictions, models.get(0), Level.SUBJECT);
        for (int reader = 0; reader < 3; reader++) {
            for (int i = 0; i < 36; i++) {
                int subject = (i % 30 * 7 + 5 * reader) % 30;
                Prediction photo = photos.get(2 * subject);
                boolean isRight = (subject + reader) % (3 + reader) != 0;
                String first = subject % 11 == reader
                        ? ""
                        : isRight ? photo.diagnosis() : predictions.classes().get(reader);
                String experience = isSimulated ? "simulated, 3 years" : "3 years";
                List<String> place = List.of(String.valueOf(i + 4), String.valueOf(i / 12 + 1), i < 30 ? "0" : "1");
                rows.add(row(reader, photo.subject(), "unaided", first, 4 + i % 5, experience, place));
                if (reader < 2) {
                    String second = i % 2 == 0 ? model.answers().get(photo.subject()) : first;
                    rows.add(row(reader, photo.subject(), "aided", second, 3, experience, place));
                }
            }
        }
        Path csv = directory.resolve("readers.csv");
        CsvFile.write(
                csv,
                List.of(
                        "reader",
                        "subject",
                        "arm",
                        "answer",
                        "confidence",
                        "seconds",
                        "experience",
                        "position",
                        "block",
                        "repeat"),
                rows);
        Path metrics = directory.resolve("metrics.json");
        ReaderStudy study = ReaderStudy.of(
                predictions,
                ReaderAnswers.read(csv, predictions),
                Optional.of(model),
                new EvaluationSettings(100, 5),
                1);
        MetricsFile.read(metrics).withReaders(study).write(metrics);
    }

    private static List<String> row(
            int reader, String subject, String arm, String answer, int seconds, String experience, List<String> place) {
        List<String> row = new ArrayList<>(List.of(
                "reader-" + reader,
                subject,
                arm,
                answer,
                answer.isEmpty() ? "" : "0.8",
                String.valueOf(seconds),
                experience));
        row.addAll(place);
        return row;
    }

    void writeCohort(List<String> warnings, Map<String, Integer> kinds) {
        writeCohort(warnings, kinds, false);
    }

    private void writeCohort(List<String> warnings, Map<String, Integer> kinds, boolean isSynthetic) {
        Map<String, CohortRecord.Count> classes = new LinkedHashMap<>();
        classes.put("alagille", new CohortRecord.Count(8, 16));
        classes.put("none", new CohortRecord.Count(24, 48));
        classes.put("noonan", new CohortRecord.Count(16, 32));
        CohortRecord.FILE.write(
                directory.resolve("cohort.json"),
                new CohortRecord(
                        48,
                        96,
                        classes,
                        List.of(
                                new Refusal("CHILD-901.jpg", "no face found"),
                                new Refusal("CHILD-902.jpg", "no face found"),
                                new Refusal("CHILD-903.jpg", "CHILD-903.jpg cannot be decoded")),
                        Map.of("several faces", 12),
                        warnings,
                        kinds,
                        Map.of("sex", Map.of("female", new CohortRecord.Count(20, 40))),
                        Optional.of(isSynthetic)));
    }

    private void writeFolds() {
        List<List<String>> rows = predictions.of(models.get(0)).stream()
                .map(p -> List.of(p.photo(), p.subject(), p.diagnosis(), String.valueOf(p.fold())))
                .toList();
        CsvFile.write(directory.resolve("folds.csv"), List.of("photo", "subject", "diagnosis", "fold"), rows);
    }

    private void writeHistories(String model) {
        for (int fold = 0; fold < FOLDS; fold++) {
            Path csv = directory
                    .resolve("trials")
                    .resolve(model)
                    .resolve("fold-" + fold)
                    .resolve("history.csv");
            CsvFile.write(
                    csv,
                    List.of("epoch", "train_loss", "learning_rate", "seconds"),
                    List.of(
                            List.of("1", "4.0", "0.1", "9"),
                            List.of("2", "2.0", "0.1", "9"),
                            List.of("3", "1.0", "0", "9")));
        }
    }

    /** Eight, twenty-four and sixteen subjects (and so on) of two photos each, right more often than not. */
    private static PredictionTable predictions(List<String> classes, List<String> models, SplittableRandom random) {
        List<Prediction> predictions = new ArrayList<>();
        for (String model : models) {
            int subject = 0;
            for (int c = 0; c < classes.size(); c++) {
                for (int i = 0; i < (c % 2 == 0 ? 8 + 4 * c : 24); i++, subject++) {
                    for (int photo = 0; photo < 2; photo++) {
                        String id = String.format("CHILD-%03d", subject);
                        predictions.add(new Prediction(
                                model,
                                subject % FOLDS,
                                id + "/" + photo + ".jpg",
                                id,
                                classes.get(c),
                                probabilities(classes.size(), c, random)));
                    }
                }
            }
        }
        return new PredictionTable(classes, predictions);
    }

    private static List<Double> probabilities(int classes, int truth, SplittableRandom random) {
        List<Double> scores = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            scores.add(Math.exp(1.5 * random.nextGaussian() + (c == truth ? 1.5 : 0)));
        }
        return scores;
    }
}
