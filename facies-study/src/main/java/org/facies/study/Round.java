package org.facies.study;

import java.nio.file.Path;
import org.facies.fold.FoldPlan;
import org.facies.run.Repeat;
import org.facies.run.RunDirectory;

/**
 * One cross-validation of all models.
 *
 * @param repeat its division and seed
 * @param folds its division of the cohort
 */
record Round(Repeat repeat, FoldPlan folds) {

    /** The folder of a trial. */
    Path trial(RunDirectory run, String model, int fold) {
        return run.trial(model, repeat, fold);
    }

    boolean isFirst() {
        return repeat.equals(Repeat.FIRST);
    }
}
