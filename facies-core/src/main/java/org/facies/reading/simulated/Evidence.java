package org.facies.reading.simulated;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The evidence for each class in the face of a child, by signal detection theory (Green and Swets 1966): the mean of
 * the diagnosis plus normal noise with variance 1. One part of the noise belongs to the child and is the same for every
 * reader, so that all readers find the same children difficult. One part belongs to the reader, and one part differs at
 * each look.
 */
final class Evidence {
    private static final double VARIANCE_OF_CHILD = 0.4;
    private static final double VARIANCE_OF_READER = 0.45;
    private static final double VARIANCE_OF_LOOK = 0.15;

    /** A syndrome is also evidence for other syndromes: it is easier to see that there is one than to see which. */
    private static final double OF_OTHER_SYNDROME = 0.3;

    /** Smallest distance of the means, so that a reader who sees nothing guesses. */
    private static final double LEAST_DISTANCE = 1e-6;

    private final int classes;
    private final int unaffected;

    /** @param unaffected the class without a syndrome; negative if there is none */
    Evidence(int classes, int unaffected) {
        this.classes = classes;
        this.unaffected = unaffected;
    }

    /** Standard normal noise, double[classes]. */
    double[] noise(UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] noise = new double[classes];
        for (int c = 0; c < classes; c++) {
            noise[c] = normal.sample();
        }
        return noise;
    }

    /**
     * The probability of each class for an observer who knows the means and assumes equally frequent classes.
     *
     * @param acuity distance of the means; 0 leaves only noise
     * @param child the noise of the child
     * @param reader the noise of this reader for this child
     * @param look the noise of this look
     * @return double[classes], summing to 1
     */
    double[] seen(int truth, double acuity, double[] child, double[] reader, double[] look) {
        double distance = Math.max(LEAST_DISTANCE, acuity);
        double[] x = new double[classes];
        for (int c = 0; c < classes; c++) {
            x[c] = distance * mean(truth, c)
                    + Math.sqrt(VARIANCE_OF_CHILD) * child[c]
                    + Math.sqrt(VARIANCE_OF_READER) * reader[c]
                    + Math.sqrt(VARIANCE_OF_LOOK) * look[c];
        }
        double[] p = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            double score = 0;
            for (int c = 0; c < classes; c++) {
                double mean = distance * mean(k, c);
                score += x[c] * mean - mean * mean / 2;
            }
            p[k] = Math.exp(score);
            sum += p[k];
        }
        for (int k = 0; k < classes; k++) {
            p[k] /= sum;
        }
        return p;
    }

    private double mean(int truth, int classIndex) {
        if (truth == classIndex) {
            return 1;
        }
        return truth == unaffected || classIndex == unaffected ? 0 : OF_OTHER_SYNDROME;
    }
}
