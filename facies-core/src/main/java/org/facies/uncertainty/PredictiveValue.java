package org.facies.uncertainty;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.statistic.Interval;

/**
 * Meaning of a positive and a negative answer at a known share of affected children, whatever the share in the cohort.
 * By Bayes' rule from the likelihood ratios, whose logarithms have a normal interval (Simel, Samsa and Matchar 1991).
 *
 * @param prevalence share of affected children
 * @param positive chance that a child with a positive answer is affected
 * @param negative chance that a child with a negative answer is not
 */
public record PredictiveValue(double prevalence, Estimate positive, Estimate negative) {
    private static final String METHOD = "log-likelihood-ratio";

    /**
     * Computes both.
     *
     * @param found affected children with a positive answer
     * @param affected at least 1
     * @param cleared unaffected children with a negative answer
     * @param unaffected at least 1
     * @param prevalence in (0, 1)
     */
    static PredictiveValue of(long found, long affected, long cleared, long unaffected, double prevalence) {
        double sensitivity = (double) found / affected;
        double specificity = (double) cleared / unaffected;
        double odds = prevalence / (1 - prevalence);
        Estimate positive = chance(
                odds * sensitivity / (1 - specificity),
                (1 - sensitivity) / found + specificity / (unaffected - cleared),
                "no positive answer, or no wrong one, was seen");
        Estimate stillAffected = chance(
                odds * (1 - sensitivity) / specificity,
                sensitivity / (affected - found) + (1 - specificity) / cleared,
                "no negative answer, or no wrong one, was seen");
        return new PredictiveValue(prevalence, positive, complement(stillAffected));
    }

    private static Estimate chance(double odds, double varianceOfLog, String otherwise) {
        double value = odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
        if (!Double.isFinite(varianceOfLog) || !(odds > 0)) {
            return new Estimate(value, Interval.UNDEFINED, METHOD, otherwise);
        }
        if (varianceOfLog == 0) {
            return new Estimate(
                    value,
                    Interval.UNDEFINED,
                    METHOD,
                    "all answers are the same, so they say no more than the prevalence");
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - EvaluationSettings.CONFIDENCE) / 2);
        double factor = Math.exp(z * Math.sqrt(varianceOfLog));
        double low = odds / factor;
        double high = odds * factor;
        return new Estimate(value, new Interval(low / (1 + low), high / (1 + high)), METHOD, "");
    }

    private static Estimate complement(Estimate of) {
        Interval turned =
                new Interval(1 - of.interval().high(), 1 - of.interval().low());
        return new Estimate(1 - of.value(), turned, of.method(), of.reason());
    }
}
