package org.facies.conformal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.metric.Estimate;

/**
 * Coverage and size of the prediction sets of one score, level and guarantee.
 *
 * @param levelPercent nominal coverage of each class
 * @param assurance the guarantee of that coverage
 * @param coverage proportion of subjects whose set contains the diagnosis
 * @param meanSize mean number of classes in a set
 * @param empty proportion of subjects whose set is empty
 * @param single proportion of subjects whose set contains exactly one class
 * @param singleRight proportion of these subjects whose single class is the diagnosis
 * @param perClass coverage of the subjects of each class
 */
public record SetFigures(
        Conformity conformity,
        int levelPercent,
        Assurance assurance,
        Estimate coverage,
        Estimate meanSize,
        Estimate empty,
        Estimate single,
        Estimate singleRight,
        Map<String, ClassCoverage> perClass) {

    /**
     * One class.
     *
     * @param subjects of the class
     * @param calibrated smallest number of calibration subjects over all folds
     * @param needed number of calibration subjects with which a set can exclude the class; with fewer, coverage is
     *     always 1
     * @param enough whether {@code calibrated} is at least {@code needed}
     */
    public record ClassCoverage(long subjects, int calibrated, int needed, boolean enough, Estimate coverage) {}

    public SetFigures {
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
    }
}
