package org.facies.report.text;

import java.util.List;
import org.facies.metric.ClassMetric;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;

/** The metrics of one model at one level as text: pooled over the folds, and for each fold. */
public record LevelText(LevelEvaluation level) {

    /** Number of cases. */
    public long n() {
        return level.n();
    }

    public EstimateText measure(Metric metric) {
        return EstimateText.of(level.get(metric));
    }

    /** A metric of one class against all others. */
    public EstimateText ofClass(String diagnosis, ClassMetric metric) {
        return EstimateText.of(level.perClass().get(diagnosis).get(metric));
    }

    /** Cases of a class. */
    public long support(String diagnosis) {
        return level.perClass().get(diagnosis).support();
    }

    /** Whether there are at least two folds, so that metrics can vary between them. */
    public boolean hasFolds() {
        return level.folds().size() > 1;
    }

    /** The metric in each fold in which it is defined, in the order of the folds; empty with a single fold. */
    public List<Double> folds(Metric metric) {
        if (!hasFolds()) {
            return List.of();
        }
        return level.folds().stream()
                .map(fold -> fold.get(metric))
                .filter(Double::isFinite)
                .toList();
    }

    /** The metric in one fold; undefined if that fold does not exist. */
    public EstimateText inFold(int fold, Metric metric) {
        return EstimateText.plain(level.folds().stream()
                .filter(own -> own.fold() == fold)
                .findFirst()
                .map(own -> own.get(metric))
                .orElse(Double.NaN));
    }

    /** Mean and standard deviation over the folds; {@link SpreadText#NONE} with a single fold. */
    public SpreadText spread(Metric metric) {
        return hasFolds() ? SpreadText.of(level.overFolds().get(metric)) : SpreadText.NONE;
    }
}
