package org.facies.metric;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How good the probabilities of rows are, with each row counted as often as its weight says. Sorted once, so that
 * thousands of resamples cost one pass each. Undefined is NaN. Safe to share between threads.
 */
public final class WeightedScores {
    private static final Set<Metric.Part> ANSWERS = EnumSet.of(Metric.Part.ANSWERS);
    private static final Set<Metric.Part> AREAS = EnumSet.of(Metric.Part.WITHIN_FOLDS);

    private final Sample sample;

    private WeightedScores(Sample sample) {
        this.sample = sample;
    }

    /**
     * Prepares rows for {@link #balancedAccuracy} and {@link #auc}.
     *
     * @param probabilities double[n][classes]; only their order within a row and within a column counts
     * @param labels int[n], the true classes from 0
     * @param folds int[n], whose rule judged each row
     */
    public static WeightedScores of(double[][] probabilities, int[] labels, int classes, int[] folds) {
        List<Case> cases = new ArrayList<>(labels.length);
        for (int i = 0; i < labels.length; i++) {
            cases.add(new Case("", "", folds[i], labels[i], probabilities[i]));
        }
        return new WeightedScores(new Sample(cases, classes, AREAS));
    }

    /** Mean of the classes' recalls, 0 to 1; classes without weight do not count, NaN without any. */
    public double balancedAccuracy(int[] weights) {
        return sample.scores(weights, ANSWERS).get(Metric.BALANCED_ACCURACY);
    }

    /**
     * Mean over classes of the area under the ROC curve of the class against all others, from pairs of rows of one
     * fold, 0 to 1; NaN if one has none.
     */
    public double auc(int[] weights) {
        return sample.scores(weights, AREAS).get(Metric.AUC_OVR_MACRO_WITHIN_FOLDS);
    }
}
