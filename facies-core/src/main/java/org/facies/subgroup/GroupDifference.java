package org.facies.subgroup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.facies.schema.OmitEmpty;

/**
 * The test whether a metric differs between the groups of a column.
 *
 * @param figure the metric: accuracy, sensitivity, specificity or overconfidence
 * @param ofClass class of the metric, or empty
 * @param p p value of the permutation test; NaN if fewer than two groups have enough subjects
 * @param pHolm p value with Holm's correction for all tests of the family
 * @param detectable the smallest difference between the smallest group and all others that a single test at 5 %
 *     detects with a power of 80 %; empty if the test is undefined, and in files of earlier versions
 */
public record GroupDifference(
        String figure,
        @JsonProperty("class") @OmitEmpty String ofClass,
        double p,
        double pHolm,
        Optional<Double> detectable) {
    /** Groups are reported as different if the corrected p value is below this. */
    public static final double SIGNIFICANCE = 0.05;

    public boolean isDefined() {
        return !Double.isNaN(p);
    }

    public boolean differs() {
        return pHolm < SIGNIFICANCE;
    }

    GroupDifference withHolm(double corrected) {
        return new GroupDifference(figure, ofClass, p, corrected, detectable);
    }

    /** {@code sensitivity for noonan}, {@code accuracy} or {@code overconfidence}. */
    public String words() {
        return ofClass.isEmpty() ? figure : figure + " for " + ofClass;
    }
}
