package org.facies.report.run;

import org.facies.reader.GroupComparison;
import org.facies.report.text.EstimateText;

/**
 * A model against the group of readers by one figure.
 *
 * @param figure its key
 * @param n cases
 * @param difference readers less model, with its interval
 * @param p NaN if undefined
 * @param holm the same, corrected for the models
 */
public record GroupTest(
        String model,
        String figure,
        long n,
        double modelValue,
        double readersMean,
        EstimateText difference,
        double p,
        double holm) {

    static GroupTest of(GroupComparison core) {
        return new GroupTest(
                core.model(),
                core.figure(),
                core.n(),
                core.value(),
                core.readers(),
                EstimateText.of(core.difference()),
                core.p(),
                core.pHolm());
    }

    /** In words. */
    public String verdict() {
        if (!(holm < McNemar.SIGNIFICANCE)) {
            return "no difference shown";
        }
        return difference.value() > 0 ? "readers are better on average" : "the model is better than readers on average";
    }
}
