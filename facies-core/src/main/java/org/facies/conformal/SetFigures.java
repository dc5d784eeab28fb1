package org.facies.conformal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.metric.Estimate;

/**
 * What the prediction sets of one score and level are like.
 *
 * @param levelPercent nominal coverage of each class
 * @param assurance what that is promised over
 * @param coverage share of subjects whose set holds the truth
 * @param meanSize classes in a set, on average
 * @param empty share of subjects that no class fits
 * @param single share of subjects with one class in the set
 * @param singleRight share of those whose one class is the truth
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
     * @param calibrated the fewest that any fold was calibrated on
     * @param needed with fewer, no set can leave the class out, and coverage is 1 by default
     * @param enough whether there are as many as needed
     */
    public record ClassCoverage(long subjects, int calibrated, int needed, boolean enough, Estimate coverage) {}

    public SetFigures {
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
    }
}
