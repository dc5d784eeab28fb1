package org.facies.contrast;

import org.facies.statistic.SignFlip;

/**
 * The exact sign-flip test that the contrast in accuracy is 0. For a pair of models it is McNemar's exact test.
 *
 * @param differing subjects in which the weighted sum of correct answers is not 0
 * @param pExact two-sided; 1 if there is none
 * @param pHolm adjusted over the planned contrasts
 */
public record AccuracyDifference(long differing, double pExact, double pHolm) {

    /** Before p is adjusted. */
    static AccuracyDifference of(double[] differences) {
        SignFlip test = SignFlip.of(differences);
        return new AccuracyDifference(test.differing(), test.p(), test.p());
    }

    AccuracyDifference withHolm(double adjusted) {
        return new AccuracyDifference(differing, pExact, adjusted);
    }
}
