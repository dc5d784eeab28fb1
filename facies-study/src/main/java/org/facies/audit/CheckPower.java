package org.facies.audit;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.facies.result.AuditReport.Finding.Level;
import org.facies.result.Measured;

/**
 * The chance that a check would have found something worth finding, had it been there. Below one half, nothing found
 * says nothing.
 *
 * @param value from 0 to 1; NaN where it is not known
 */
record CheckPower(double value) {
    private static final double ENOUGH = 0.5;
    private static final double CONFIDENCE = 0.95;

    /** Found whenever it is there. */
    static final CheckPower CERTAIN = new CheckPower(1);

    /** Planted cases that were found. */
    static CheckPower ofPlanted(int found, int planted) {
        return new CheckPower(planted == 0 ? Double.NaN : (double) found / planted);
    }

    /**
     * Of a test that compares an estimate with a limit, by the normal distribution of the estimate.
     *
     * @param estimate whose 95 % interval gives the standard error
     * @param effect that is worth finding, as a distance from the limit in the direction of a finding
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

    /** The level of a check that found nothing. */
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
