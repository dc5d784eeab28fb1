package org.facies.power;

import java.util.List;

/**
 * The results of one draw, out of fold and by subject.
 *
 * @param subjects drawn, of all classes
 * @param macroF1 in [0, 1]
 * @param balancedAccuracy mean recall, in [0, 1]
 * @param recalls by class, in class order
 */
record DrawScores(Draw draw, int subjects, double macroF1, double balancedAccuracy, List<Double> recalls) {
    DrawScores {
        recalls = List.copyOf(recalls);
    }
}
