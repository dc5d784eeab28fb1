package org.facies.reader;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.ClassEvaluation;
import org.facies.metric.ClassMetric;
import org.facies.metric.Estimate;
import org.facies.metric.Evaluation;
import org.facies.metric.FigureSet;
import org.facies.metric.JudgedCase;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.PredictionTable;
import org.facies.metric.SharedResamples;
import org.facies.statistic.Interval;

/**
 * How good one reader is, by the same figures and intervals as a model. Areas under curves need a confidence with every
 * answer; figures of probabilities (log loss, Brier score, calibration error) are not made for readers.
 *
 * @param answers figures of the answers alone
 * @param confidence figures of the answers weighed by confidence, of which the areas under curves are used
 * @param corrected figures at the class frequencies of the cohort; empty if the reader judged all of it
 */
public record ReaderEvaluation(
        Reader reader, LevelEvaluation answers, Optional<LevelEvaluation> confidence, Map<Metric, Estimate> corrected) {
    /** The figures of an answer without probabilities. */
    private static final List<Metric> METRICS = List.of(
            Metric.ACCURACY,
            Metric.BALANCED_ACCURACY,
            Metric.MACRO_PRECISION,
            Metric.MACRO_RECALL,
            Metric.MACRO_F1,
            Metric.WEIGHTED_F1,
            Metric.COHEN_KAPPA,
            Metric.MCC);

    private static final List<ClassMetric> CLASS_METRICS =
            List.of(ClassMetric.PRECISION, ClassMetric.RECALL, ClassMetric.F1, ClassMetric.SPECIFICITY);

    static ReaderEvaluation of(Reader reader, ReaderCases cases, SharedResamples resamples) {
        PredictionTable answers = cases.answers(reader);
        Optional<LevelEvaluation> confidence =
                reader.confident() < reader.answers().size()
                        ? Optional.empty()
                        : Optional.of(Evaluation.at(
                                cases.level(), cases.confidences(reader), reader.name(), FigureSet.AREAS, resamples));
        boolean all = reader.answers().size() == cases.ids().size();
        Map<Metric, Estimate> corrected = all
                ? Map.of()
                : new PrevalenceCorrection(cases.support(cases.ids()), resamples)
                        .of(JudgedCase.of(answers, reader.name(), cases.level()));
        return new ReaderEvaluation(
                reader,
                Evaluation.at(cases.level(), answers, reader.name(), FigureSet.ANSWERS, resamples),
                confidence,
                corrected);
    }

    public Estimate get(Metric metric) {
        return metric == Metric.AUC_OVR_MACRO
                ? confidence.map(with -> with.get(metric)).orElseGet(this::withoutConfidence)
                : answers.get(metric);
    }

    private Estimate get(ClassMetric metric, String diagnosis) {
        return metric == ClassMetric.AUC
                ? confidence
                        .map(with -> with.perClass().get(diagnosis).get(metric))
                        .orElseGet(this::withoutConfidence)
                : answers.perClass().get(diagnosis).get(metric);
    }

    private Estimate withoutConfidence() {
        String reason = "confidence is given with " + reader.confident() + " of "
                + reader.answers().size() + " answers";
        return new Estimate(Double.NaN, Interval.UNDEFINED, Estimate.BOOTSTRAP, reason);
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", answers.n());
        if (!reader.experience().isEmpty()) {
            json.put("experience", reader.experience());
        }
        reader.medianSeconds().ifPresent(seconds -> json.put("median_seconds", seconds));
        METRICS.forEach(metric -> json.put(metric.key(), get(metric)));
        json.put(Metric.AUC_OVR_MACRO.key(), get(Metric.AUC_OVR_MACRO));
        Map<String, Object> perClass = new LinkedHashMap<>();
        answers.perClass().forEach((name, one) -> perClass.put(name, json(name, one)));
        json.put("per_class", perClass);
        json.put("confusion", answers.confusion());
        if (!corrected.isEmpty()) {
            Map<String, Estimate> figures = new LinkedHashMap<>();
            corrected.forEach((metric, estimate) -> figures.put(metric.key(), estimate));
            json.put("corrected_to_cohort", figures);
        }
        return json;
    }

    private Map<String, Object> json(String diagnosis, ClassEvaluation one) {
        Map<String, Object> json = new LinkedHashMap<>();
        CLASS_METRICS.forEach(metric -> json.put(metric.key(), one.get(metric)));
        json.put(ClassMetric.AUC.key(), get(ClassMetric.AUC, diagnosis));
        json.put("support", one.support());
        return json;
    }
}
