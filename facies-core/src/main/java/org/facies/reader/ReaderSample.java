package org.facies.reader;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
 * Which cases the readers judged, beside the whole cohort, and what the models and the commonest class reach on just these.
 *
 * @param level what a reader saw as one case
 * @param cohort cases by class of everything that was predicted
 * @param judged cases by class that at least one reader judged
 * @param judgedByAll cases by class that every reader judged
 * @param baseline always answering with the commonest class of the judged
 * @param models figures on the judged, by model
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReaderSample(
        Level level,
        Map<String, Long> cohort,
        Map<String, Long> judged,
        Map<String, Long> judgedByAll,
        Baseline baseline,
        Map<String, Map<String, Estimate>> models) {
    private static final List<Metric> FIGURES = List.of(
            Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_PRECISION, Metric.MACRO_RECALL, Metric.MACRO_F1);

    public ReaderSample {
        cohort = Collections.unmodifiableMap(new LinkedHashMap<>(cohort));
        judged = Collections.unmodifiableMap(new LinkedHashMap<>(judged));
        judgedByAll = Collections.unmodifiableMap(new LinkedHashMap<>(judgedByAll));
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    static ReaderSample of(ReaderCases cases, ReaderAnswers answers, SharedResamples resamples) {
        Set<String> judged = answers.judgedByAny();
        PredictionTable table = cases.models(judged);
        Map<String, Map<String, Estimate>> models = new LinkedHashMap<>();
        for (String model : table.models()) {
            LevelEvaluation figures = Evaluation.at(cases.level(), table, model, FigureSet.ANSWERS, resamples);
            Map<String, Estimate> shown = new LinkedHashMap<>();
            FIGURES.forEach(metric -> shown.put(metric.key(), figures.get(metric)));
            models.put(model, shown);
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
