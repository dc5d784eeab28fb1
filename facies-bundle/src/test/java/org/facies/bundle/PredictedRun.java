package org.facies.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.Sha256;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingPlan;
import org.facies.result.MetricsFile;
import org.facies.result.PhotoHashes;
import org.facies.run.RunDirectory;

/** A run directory of two models, as far as the answers about its children need it, and a cohort for it. */
public final class PredictedRun {
    public static final List<String> CLASSES = List.of("none", "noonan", "wbs");

    public static final int CHILDREN = 90;
    public static final int FOLDS = 3;

    private PredictedRun() {}

    /**
     * Writes the run of a cohort; the second model is the better one.
     *
     * @param unit of the folds
     */
    public static RunDirectory write(Path folder, Cohort cohort, String unit) throws IOException {
        RunDirectory run = new RunDirectory(folder);
        Files.createDirectories(folder);
        Files.writeString(
                run.study(),
                new StudyText("shown", "manifest.csv", FOLDS, unit)
                        .with(
                                StudyText.model("weak", "first") + StudyText.model("strong", "first"),
                                StudyText.network("first", "01")));
        List<Prediction> predictions = new ArrayList<>(predictions(cohort, "weak", 0.5, 5));
        predictions.addAll(predictions(cohort, "strong", 2.5, 6));
        PredictionTable table = new PredictionTable(cohort.classes(), predictions);
        table.write(run.predictions());
        MetricsFile.of(Evaluation.of(table, new EvaluationSettings(200, 23))).write(run.metrics());
        PhotoHashes.of(cohort).write(run.photos());
        return run;
    }

    /** Ninety children, of two photos each, that lie nowhere. */
    public static Cohort cohort() {
        return new Cohort(
                Path.of("manifest.csv"),
                CLASSES,
                IntStream.range(0, CHILDREN).mapToObj(PredictedRun::subject).toList());
    }

    private static Subject subject(int i) {
        return new Subject(
                "S" + i,
                CLASSES.get(i % 3),
                IntStream.range(0, 2)
                        .mapToObj(p -> "S" + i + "-" + p + ".jpg")
                        .map(path -> new Photo(path, Path.of(path), Sha256.of(path)))
                        .toList(),
                Map.of());
    }

    /** A plan of some children, with one of the photos of each. */
    public static ReadingPlan plan(Cohort cohort, List<ReadingDesign.ShownClass> classes, Predicate<Subject> wanted) {
        List<String> labels =
                classes.stream().map(ReadingDesign.ShownClass::label).toList();
        return new ReadingPlan(
                cohort.subjects().stream()
                        .filter(wanted)
                        .map(subject -> new ReadingCase(
                                subject.id(),
                                labels.indexOf(subject.diagnosis()),
                                List.of(subject.photos().get(0).path())))
                        .toList(),
                0,
                1,
                0,
                0);
    }

    /** What a model says, with so much of the truth in it. */
    public static List<Prediction> predictions(Cohort cohort, String model, double strength, long seed) {
        Random random = new Random(seed);
        List<Prediction> predictions = new ArrayList<>();
        int classes = cohort.classes().size();
        for (int i = 0; i < cohort.subjects().size(); i++) {
            Subject subject = cohort.subjects().get(i);
            int truth = cohort.classIndex(subject.diagnosis());
            for (Photo photo : subject.photos()) {
                double[] scores =
                        random.doubles(classes).map(u -> Math.exp(3 * u)).toArray();
                scores[truth] *= Math.exp(strength);
                double sum = DoubleStream.of(scores).sum();
                predictions.add(new Prediction(
                        model,
                        i / classes % FOLDS,
                        photo.path(),
                        subject.id(),
                        subject.diagnosis(),
                        DoubleStream.of(scores)
                                .map(score -> score / sum)
                                .boxed()
                                .toList()));
            }
        }
        return predictions;
    }
}
