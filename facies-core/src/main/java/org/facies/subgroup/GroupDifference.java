package org.facies.subgroup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.facies.schema.OmitEmpty;

/**
 * Whether a figure differs between the groups of a column.
 *
 * @param figure accuracy, sensitivity, specificity or overconfidence
 * @param ofClass its class, or empty
 * @param p of the permutation test; NaN where fewer than two groups have enough subjects
 * @param pHolm corrected for all tests of the family
 * @param detectable the smallest difference between the smallest group and all others that a single test at 5 % finds
 *     with a power of 80 %; empty in files of earlier versions and where the test is undefined
 */
public record GroupDifference(
        String figure,
        @JsonProperty("class") @OmitEmpty String ofClass,
        double p,
        double pHolm,
        Optional<Double> detectable) {
    /** Below this corrected probability groups are taken to differ. */
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
