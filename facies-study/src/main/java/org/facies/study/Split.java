package org.facies.study;

import org.facies.cohort.Cohort;
import org.facies.fold.FoldPlan;

/**
 * What is learnt from and what is predicted.
 *
 * @param fold number of the predictions
 */
record Split(int fold, Cohort training, Cohort test) {

    /** A fold of a plan of this cohort. */
    static Split of(FoldPlan plan, Cohort cohort, int fold) {
        return new Split(fold, plan.training(cohort, fold), plan.test(cohort, fold));
    }
}
