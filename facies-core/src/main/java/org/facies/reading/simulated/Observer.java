package org.facies.reading.simulated;

import org.facies.reading.Arm;
import org.facies.reading.Experience;

/**
 * A simulated reader. All numbers are assumptions.
 *
 * @param name marks the reader as simulated wherever only names are shown
 * @param acuity how far the evidence of a diagnosis lies from that of no syndrome, in standard deviations of the noise:
 *     1.8 makes about 70 % of four equally frequent classes correct, 1.1 about 53 %
 * @param caution below this probability of the best class the reader cannot say
 * @param trust probability that an answer that differs from the model's is changed to the model's
 * @param medianSeconds of a first answer, after the reader got used to the form
 */
public record Observer(
        String name,
        Arm arm,
        Experience experience,
        double acuity,
        double caution,
        double trust,
        double medianSeconds) {}
