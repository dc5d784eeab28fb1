package org.facies.contrast;

import org.facies.statistic.SignFlip;

/**
 * The exact sign-flip test of the hypothesis that the contrast in accuracy is 0. For a pair of models it is McNemar's
 * exact test.
 *
 * @param differing number of subjects whose weighted sum of correct answers is not 0
 * @param pExact two-sided p value; 1 if no subject differs
 * @param pHolm p value with Holm's correction for the planned contrasts
 */
public record AccuracyDifference(long differing, double pExact, double pHolm) {

    /** The test without correction. */
    static AccuracyDifference of(double[] differences) {
        SignFlip test = SignFlip.of(differences);
        return new AccuracyDifference(test.differing(), test.p(), test.p());
    }

    AccuracyDifference withHolm(double adjusted) {
        return new AccuracyDifference(differing, pExact, adjusted);
    }
}
