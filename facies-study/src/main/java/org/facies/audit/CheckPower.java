package org.facies.audit;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.facies.result.AuditReport.Finding.Level;
import org.facies.result.Measured;

/**
 * The power of a check: the probability that it finds an effect of a given size. If the power is below one half, a
 * check that found nothing is inconclusive.
 *
 * @param value from 0 to 1; NaN where it is not known
 */
record CheckPower(double value) {
    private static final double ENOUGH = 0.5;
    private static final double CONFIDENCE = 0.95;

    /** The power of a check that always finds the effect. */
    static final CheckPower CERTAIN = new CheckPower(1);

    /** The share of planted cases that were found; NaN if none were planted. */
    static CheckPower ofPlanted(int found, int planted) {
        return new CheckPower(planted == 0 ? Double.NaN : (double) found / planted);
    }

    /**
     * The power of a test that compares an estimate with a limit, if the estimate is normally distributed.
     *
     * @param estimate whose 95 % interval gives the standard error
     * @param effect smallest effect of interest, as a distance from the limit in the direction of a finding
     * @param level one-sided, for example 0.025
     */
    static CheckPower ofEffect(Measured estimate, double effect, double level) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double ends = normal.inverseSurvivalProbability((1 - CONFIDENCE) / 2);
        double standardError = (estimate.high() - estimate.low()) / (2 * ends);
        return new CheckPower(
                standardError == 0
                        ? 1
                        : normal.cumulativeProbability(
                                effect / standardError - normal.inverseSurvivalProbability(level)));
    }

    boolean isEnough() {
        return value >= ENOUGH;
    }

    /** The level to report for a check that found nothing. */
    Level ofNothingFound() {
        return isEnough() ? Level.NOTHING_FOUND : Level.CANNOT_TELL;
    }

    /** {@code a power of 0.83}, {@code a power of only 0.13}, {@code a power above 0.99}. */
    String words() {
        if (Double.isNaN(value)) {
            return "an unknown power";
        }
        return value > 0.99
                ? "a power above 0.99"
                : String.format(Locale.ROOT, "a power of %s%.2f", isEnough() ? "" : "only ", value);
    }
}
