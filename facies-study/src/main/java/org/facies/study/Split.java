package org.facies.study;

import org.facies.cohort.Cohort;
import org.facies.fold.FoldPlan;

/**
 * The training part and the test part of a fold.
 *
 * @param fold number of the fold in the predictions
 */
record Split(int fold, Cohort training, Cohort test) {

    /** The split of one fold of a plan. */
    static Split of(FoldPlan plan, Cohort cohort, int fold) {
        return new Split(fold, plan.training(cohort, fold), plan.test(cohort, fold));
    }
}
