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
 * Which cases the readers judged, compared with the whole cohort, and what the models and the majority class reach on
 * just these.
 *
 * @param level what a reader saw as one case
 * @param cohort cases by class of everything that was predicted
 * @param judged cases by class that at least one reader judged
 * @param judgedByAll cases by class that every reader judged
 * @param baseline always answering with the majority class of the judged
 * @param models metrics on the judged, by model
 */
public record ReaderSample(
        Level level,
        Map<String, Long> cohort,
        Map<String, Long> judged,
        Map<String, Long> judgedByAll,
        Baseline baseline,
        Map<String, AnswerFigures> models) {

    /** What a model reaches with its answers alone. */
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

        /** A figure; others than these five are not computed. */
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
