package org.facies.metric;

/**
 * How intervals are made.
 *
 * @param bootstrapResamples how often subjects are resampled, at least 2,000 for a metric to publish
 * @param seed the same seed gives the same intervals
 */
public record EvaluationSettings(int bootstrapResamples, long seed) {
    /** The confidence of every interval. */
    public static final double CONFIDENCE = 0.95;

    public EvaluationSettings {
        if (bootstrapResamples < 1) {
            throw new IllegalArgumentException("resamples must be positive: " + bootstrapResamples);
        }
    }

    /** 2,000 resamples. */
    public static EvaluationSettings standard(long seed) {
        return new EvaluationSettings(2000, seed);
    }
}
