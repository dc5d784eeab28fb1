package org.facies.contrast;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.FigureSet;
import org.facies.metric.Level;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.PairedFigure;
import org.facies.metric.PairedModels;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.metric.SharedResamples;

/** Compares folds that are divided by photo with folds that are divided by subject. */
public final class SplitEvaluation {
    private static final String PHOTO = "by photo";
    private static final String SUBJECT = "by subject";

    private SplitEvaluation() {}

    /**
     * Compares the models of two tables.
     *
     * @param evaluation of {@code bySubject}
     * @param bySubject one prediction of each model for each photo, from folds by subject
     * @param byPhoto predictions of the same models for the same photos, from folds by photo
     * @param threads at least 1; the result does not depend on it
     */
    public static SplitResults of(
            Evaluation evaluation,
            PredictionTable bySubject,
            PredictionTable byPhoto,
            EvaluationSettings settings,
            int threads) {
        SharedResamples resamples = new SharedResamples(settings, threads);
        Map<String, SplitResults.OfModel> results = new LinkedHashMap<>();
        for (String model : bySubject.models()) {
            LevelEvaluation photos = Evaluation.at(Level.SUBJECT, byPhoto, model, FigureSet.ALL, resamples);
            PairedModels pair = pair(bySubject, byPhoto, model, threads);
            Map<Metric, SplitResults.Figure> figures = new EnumMap<>(Metric.class);
            for (Metric metric : ContrastEvaluation.METRICS) {
                figures.put(
                        metric,
                        new SplitResults.Figure(
                                evaluation.models().get(model).subject().get(metric),
                                photos.get(metric),
                                pair.estimate(
                                        Map.of(PHOTO, 1.0, SUBJECT, -1.0),
                                        new PairedFigure.OfAll(metric),
                                        EvaluationSettings.CONFIDENCE)));
            }
            results.put(model, new SplitResults.OfModel(figures));
        }
        return new SplitResults(results);
    }

    private static PairedModels pair(PredictionTable bySubject, PredictionTable byPhoto, String model, int threads) {
        List<Prediction> both = Stream.concat(
                        byPhoto.of(model).stream().map(one -> one.saidBy(PHOTO)),
                        bySubject.of(model).stream().map(one -> one.saidBy(SUBJECT)))
                .toList();
        return new PairedModels(
                List.of(new PredictionTable(bySubject.classes(), both)), ContrastEvaluation.METRICS, threads);
    }
}
