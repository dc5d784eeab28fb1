package org.facies.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.schema.Inline;

/**
 * One model at one level.
 *
 * @param n cases
 * @param metrics that were wanted, pooled over all folds; all of them in {@code metrics.json}
 * @param perClass by class, in class order
 * @param confusion [classes][classes], rows the truth, columns the prediction
 * @param folds each fold by itself
 * @param overFolds mean and standard deviation of the folds
 */
public record LevelEvaluation(
        long n,
        @Inline Map<Metric, Estimate> metrics,
        Map<String, ClassEvaluation> perClass,
        List<List<Long>> confusion,
        List<FoldScores> folds,
        Map<Metric, FoldSpread> overFolds) {

    public LevelEvaluation {
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
        confusion = confusion.stream().map(List::copyOf).toList();
        folds = List.copyOf(folds);
        overFolds = Collections.unmodifiableMap(new EnumMap<>(overFolds));
    }

    /** One of the metrics that were wanted; undefined if the file is of a version that lacks it. */
    public Estimate get(Metric metric) {
        return metrics.getOrDefault(metric, Estimate.OF_LATER_VERSIONS);
    }
}
