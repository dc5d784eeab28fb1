package org.facies.quantise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.facies.classifier.LinearDiscriminant;
import org.facies.cohort.Cohort;
import org.facies.embed.Embedding;
import org.facies.fold.FoldPlan;
import org.facies.fold.FoldUnit;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;

/**
 * Predicts diagnoses from embeddings with a {@link LinearDiscriminant}, with five folds by subject; both networks get
 * the same folds and the same rule.
 */
final class Diagnoses {

    private static final int FOLDS = 5;

    private final Cohort cohort;
    private final List<EmbeddedPhoto> photos;
    private final FoldPlan folds;

    /** @param photos all photos of the cohort */
    Diagnoses(Cohort cohort, List<EmbeddedPhoto> photos, long seed) {
        this.cohort = cohort;
        this.photos = List.copyOf(photos);
        this.folds = FoldPlan.stratified(cohort, FOLDS, FoldUnit.SUBJECT, seed);
    }

    /** Out-of-fold predictions, float32 first. */
    PredictionTable predicted(String exact, String rounded) {
        List<Prediction> predictions = new ArrayList<>(predictions(exact, EmbeddedPhoto::exact));
        predictions.addAll(predictions(rounded, EmbeddedPhoto::rounded));
        return new PredictionTable(cohort.classes(), predictions);
    }

    private List<Prediction> predictions(String model, Function<EmbeddedPhoto, Embedding> view) {
        List<Prediction> predictions = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            List<EmbeddedPhoto> training = photos.stream()
                    .filter(photo -> folds.foldOf(photo.photo()) != held)
                    .toList();
            LinearDiscriminant rule = LinearDiscriminant.of(
                    training.stream()
                            .map(photo -> view.apply(photo).direction())
                            .toList(),
                    training.stream().mapToInt(this::label).toArray(),
                    cohort.classes().size());
            for (EmbeddedPhoto photo : photos) {
                if (folds.foldOf(photo.photo()) == fold) {
                    double[] probabilities =
                            rule.probabilities(view.apply(photo).direction());
                    predictions.add(new Prediction(
                            model,
                            fold,
                            photo.photo().path(),
                            photo.subject().id(),
                            photo.subject().diagnosis(),
                            DoubleStream.of(probabilities).boxed().toList()));
                }
            }
        }
        return predictions;
    }

    private int label(EmbeddedPhoto photo) {
        return cohort.classIndex(photo.subject().diagnosis());
    }
}
