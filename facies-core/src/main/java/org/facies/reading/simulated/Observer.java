package org.facies.reading.simulated;

import org.facies.reading.Arm;
import org.facies.reading.Experience;

/**
 * A simulated reader. All numbers are assumptions.
 *
 * @param name that marks the reader as simulated where only names are shown
 * @param acuity distance between the evidence for a diagnosis and for no syndrome, in standard deviations of the
 *     noise: with four equally frequent classes, 1.8 gives an accuracy of about 70 %, 1.1 about 53 %
 * @param caution the reader answers "cannot say" if the probability of the best class is lower
 * @param trust probability that the reader adopts a model's answer that differs from the first answer
 * @param medianSeconds median time of a first answer, once the reader is used to the form
 */
public record Observer(
        String name,
        Arm arm,
        Experience experience,
        double acuity,
        double caution,
        double trust,
        double medianSeconds) {}
