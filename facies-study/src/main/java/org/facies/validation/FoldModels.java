package org.facies.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.align.CropGeometry;
import org.facies.align.CropStore;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.predict.Classifier;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.CropPrediction;
import org.facies.predict.FoldEnsemble;
import org.facies.progress.Progress;

/**
 * The networks that a model's folds were trained to, frozen. Each predicts by itself, one after the other, so that an
 * interrupted validation keeps what the earlier ones predicted and only one is in memory.
 */
final class FoldModels {
    private static final int BATCH = 64;

    private final String name;
    private final List<Path> networks;
    private final ClassifierSpec spec;
    private final int threads;

    FoldModels(String name, List<Path> networks, ClassifierSpec spec, int threads) {
        this.name = name;
        this.networks = List.copyOf(networks);
        this.spec = spec;
        this.threads = threads;
    }

    /**
     * What each network says; those whose file is there are not asked again.
     *
     * @param cohort only with photos that there are crops of
     * @param crops of its photos
     * @param folder of the files, one a network
     */
    List<PredictionTable> predict(Cohort cohort, CropStore crops, Path folder, Progress progress) {
        List<PredictionTable> tables = new ArrayList<>();
        int photos = cohort.photos().size();
        try (Progress.Bar bar = progress.start("Predicting", (long) networks.size() * photos)) {
            for (int fold = 0; fold < networks.size(); fold++) {
                Path done = folder.resolve("fold-" + fold + ".csv");
                if (!Files.exists(done)) {
                    predict(fold, cohort, crops, bar).write(done);
                }
                bar.at((fold + 1L) * photos, "");
                tables.add(PredictionTable.read(done));
            }
        }
        return tables;
    }

    private PredictionTable predict(int fold, Cohort cohort, CropStore crops, Progress.Bar bar) {
        List<Photo> photos = cohort.photos();
        CropGeometry geometry = spec.input().geometry();
        List<CropPrediction> answers = new ArrayList<>();
        try (Classifier classifier = Classifier.open(networks.get(fold), spec, threads)) {
            for (int from = 0; from < photos.size(); from += BATCH) {
                List<Photo> some = photos.subList(from, Math.min(from + BATCH, photos.size()));
                answers.addAll(classifier.classify(some.stream()
                        .map(photo -> crops.read(photo.sha256(), geometry))
                        .toList()));
                bar.at((long) fold * photos.size() + from, "");
            }
        }
        List<Prediction> predictions = new ArrayList<>();
        for (Subject subject : cohort.subjects()) {
            for (Photo photo : subject.photos()) {
                predictions.add(prediction(fold, subject, photo, answers.get(predictions.size())));
            }
        }
        return new PredictionTable(spec.classes(), predictions);
    }

    private Prediction prediction(int fold, Subject subject, Photo photo, CropPrediction answer) {
        return new Prediction(
                name,
                fold,
                photo.path(),
                subject.id(),
                subject.diagnosis(),
                answer.probabilities(),
                answer.logProbabilities());
    }

    /** The mean of what the networks say, photo by photo. */
    static PredictionTable mean(List<PredictionTable> tables) {
        PredictionTable first = tables.get(0);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < first.predictions().size(); i++) {
            Prediction one = first.predictions().get(i);
            int row = i;
            List<Double> mean = FoldEnsemble.mean(tables.stream()
                    .map(table -> table.predictions().get(row).probabilities())
                    .toList());
            predictions.add(new Prediction(one.model(), 0, one.photo(), one.subject(), one.diagnosis(), mean));
        }
        return new PredictionTable(first.classes(), predictions);
    }
}
