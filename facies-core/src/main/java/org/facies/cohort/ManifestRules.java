package org.facies.cohort;

import java.util.Objects;
import java.util.Set;

/**
 * What a manifest must fulfil beyond being well-formed.
 *
 * @param allowedClasses the only diagnoses that may occur; empty when any may
 * @param classes fewest different diagnoses: 2 where they are to be learnt
 * @param folds each class needs at least as many subjects as this
 * @param probe looks at each photo file
 * @param threads how many photos are looked at side by side
 */
public record ManifestRules(Set<String> allowedClasses, int classes, int folds, PhotoProbe probe, int threads) {

    public ManifestRules {
        allowedClasses = Set.copyOf(allowedClasses);
        Objects.requireNonNull(probe);
        if (classes < 1 || folds < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "classes, folds and threads must be positive: " + classes + ", " + folds + ", " + threads);
        }
    }

    /** Rules for a cohort to learn from. */
    public ManifestRules(Set<String> allowedClasses, int folds, PhotoProbe probe, int threads) {
        this(allowedClasses, 2, folds, probe, threads);
    }

    /** Any class, five folds. */
    public static ManifestRules standard(PhotoProbe probe, int threads) {
        return new ManifestRules(Set.of(), 2, 5, probe, threads);
    }

    /** Diagnoses that are only looked up, not learnt: one of them is enough, and one subject of it. */
    public ManifestRules forPredicting() {
        return new ManifestRules(allowedClasses, 1, 1, probe, threads);
    }

    public ManifestRules withFolds(int wanted) {
        return new ManifestRules(allowedClasses, classes, wanted, probe, threads);
    }

    public ManifestRules withAllowedClasses(Set<String> wanted) {
        return new ManifestRules(wanted, classes, folds, probe, threads);
    }
}
