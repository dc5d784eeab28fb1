package org.facies.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.facies.metric.Baseline;
import org.facies.metric.Estimate;
import org.facies.metric.Evaluation;
import org.facies.metric.FigureSet;
import org.facies.metric.Level;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.PredictionTable;
import org.facies.metric.SharedResamples;

/**
 * The cases that readers answered, compared with the whole cohort, and the results of the models and the majority class
 * on these cases.
 *
 * @param level whether a case is a photo or a subject
 * @param cohort number of predicted cases by class
 * @param judged number of cases by class that at least one reader answered
 * @param judgedByAll number of cases by class that every reader answered
 * @param baseline result of always answering with the majority class of these cases
 * @param models metrics on these cases, by model
 */
public record ReaderSample(
        Level level,
        Map<String, Long> cohort,
        Map<String, Long> judged,
        Map<String, Long> judgedByAll,
        Baseline baseline,
        Map<String, AnswerFigures> models) {

    /** Metrics of a model that depend on its answers only. */
    public record AnswerFigures(
            Estimate accuracy,
            Estimate balancedAccuracy,
            Estimate macroPrecision,
            Estimate macroRecall,
            Estimate macroF1) {

        static AnswerFigures of(LevelEvaluation figures) {
            return new AnswerFigures(
                    figures.get(Metric.ACCURACY),
                    figures.get(Metric.BALANCED_ACCURACY),
                    figures.get(Metric.MACRO_PRECISION),
                    figures.get(Metric.MACRO_RECALL),
                    figures.get(Metric.MACRO_F1));
        }

        /** One of these five metrics; others are not computed. */
        public Estimate get(Metric metric) {
            return switch (metric) {
                case ACCURACY -> accuracy;
                case BALANCED_ACCURACY -> balancedAccuracy;
                case MACRO_PRECISION -> macroPrecision;
                case MACRO_RECALL -> macroRecall;
                case MACRO_F1 -> macroF1;
                default -> throw new IllegalArgumentException(metric + " is not computed of answers");
            };
        }
    }

    public ReaderSample {
        cohort = Collections.unmodifiableMap(new LinkedHashMap<>(cohort));
        judged = Collections.unmodifiableMap(new LinkedHashMap<>(judged));
        judgedByAll = Collections.unmodifiableMap(new LinkedHashMap<>(judgedByAll));
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    static ReaderSample of(ReaderCases cases, ReaderAnswers answers, SharedResamples resamples) {
        Set<String> judged = answers.judgedByAny();
        PredictionTable table = cases.models(judged);
        Map<String, AnswerFigures> models = new LinkedHashMap<>();
        for (String model : table.models()) {
            LevelEvaluation figures = Evaluation.at(cases.level(), table, model, FigureSet.ANSWERS, resamples);
            models.put(model, AnswerFigures.of(figures));
        }
        return new ReaderSample(
                cases.level(),
                cases.support(cases.ids()),
                cases.support(judged),
                cases.support(answers.judgedByAll()),
                Baseline.of(table, cases.level()),
                models);
    }
}
