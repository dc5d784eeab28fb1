package org.facies.reading.simulated;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * What the face of a child says for each class, as signal detection theory has it (Green and Swets 1966): the mean of
 * the diagnosis plus normal noise of variance 1. Part of the noise is the child's own, the same for every reader, who
 * so find the same children hard; part is the reader's; part differs each time that the reader looks.
 */
final class Evidence {
    private static final double VARIANCE_OF_CHILD = 0.4;
    private static final double VARIANCE_OF_READER = 0.45;
    private static final double VARIANCE_OF_LOOK = 0.15;

    /** A syndrome also speaks for the other syndromes: that there is one is easier to see than which. */
    private static final double OF_OTHER_SYNDROME = 0.3;

    /** Far below what can be seen, so that whoever sees nothing guesses. */
    private static final double LEAST_DISTANCE = 1e-6;

    private final int classes;
    private final int unaffected;

    /** @param unaffected the class of children without a syndrome; negative if there is none */
    Evidence(int classes, int unaffected) {
        this.classes = classes;
        this.unaffected = unaffected;
    }

    /** double[classes], standard normal. */
    double[] noise(UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] noise = new double[classes];
        for (int c = 0; c < classes; c++) {
            noise[c] = normal.sample();
        }
        return noise;
    }

    /**
     * The probability of each class, as an observer works it out who knows the means and takes all classes for equally
     * frequent.
     *
     * @param acuity distance of the means; 0 leaves the noise alone to decide
     * @param child noise of the child
     * @param reader noise of this reader on this child
     * @param look noise of this look
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
