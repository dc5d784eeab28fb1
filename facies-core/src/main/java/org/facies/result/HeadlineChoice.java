package org.facies.result;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.metric.SubjectFigure;
import org.facies.result.settings.SelectionMetric;
import org.facies.result.settings.StudySettings;

/**
 * Which model of a study is its headline model: the one with the best value of the declared metric, over subjects and
 * out of fold. The report's headline, {@code facies study validate} and {@code facies bundle make} all choose with it.
 *
 * <pre>{@code
 * HeadlineChoice choice = HeadlineChoice.of(settings);
 * Optional<String> best = choice.best(models, name -> metrics.get(name).get(choice.metric().metric()).value());
 * }</pre>
 *
 * @param metric that models are chosen by
 * @param isDeclared whether a study declares it; imported predictions have no study
 */
public record HeadlineChoice(SelectionMetric metric, boolean isDeclared) {
    /** The choice where no study declares a metric. */
    public static final HeadlineChoice UNDECLARED = new HeadlineChoice(SelectionMetric.BALANCED_ACCURACY, false);

    /** The choice by {@code choice.metric} of a study file. */
    public static HeadlineChoice of(StudySettings settings) {
        return new HeadlineChoice(settings.choice().metric(), true);
    }

    /**
     * The best model, the first of equals.
     *
     * @param models names, in the order of the study
     * @param value of the metric, by name; NaN where undefined
     * @return empty where no model has a value
     */
    public Optional<String> best(Collection<String> models, ToDoubleFunction<String> value) {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (String model : models) {
            double gain = metric.gain(value.applyAsDouble(model));
            if (gain > most) {
                best = model;
                most = gain;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** The best model of a table, by its predictions; the first where none has a value. */
    public String best(PredictionTable table) {
        List<String> models = table.models();
        return best(models, model -> value(table, model)).orElse(models.get(0));
    }

    /** The metric of a model over the subjects of a table; NaN where undefined. */
    double value(PredictionTable table, String model) {
        return SubjectFigure.of(
                        new PredictionTable(table.classes(), table.of(model)),
                        metric.metric(),
                        new EvaluationSettings(2, 0))
                .value();
    }

    /** Whether a lower value of the metric is better. */
    public boolean isLowerBetter() {
        return metric.gain(1) < 0;
    }
}
