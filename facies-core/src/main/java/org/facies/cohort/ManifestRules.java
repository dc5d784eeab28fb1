package org.facies.cohort;

import java.util.Objects;
import java.util.Set;

/**
 * What a manifest must fulfil beyond being well-formed.
 *
 * @param allowedClasses the only diagnoses that may occur; empty when any may
 * @param folds each class needs at least as many subjects as this
 * @param probe looks at each photo file
 * @param threads how many photos are looked at side by side
 */
public record ManifestRules(Set<String> allowedClasses, int folds, PhotoProbe probe, int threads) {

    public ManifestRules {
        allowedClasses = Set.copyOf(allowedClasses);
        Objects.requireNonNull(probe);
        if (folds < 1 || threads < 1) {
            throw new IllegalArgumentException("folds and threads must be positive: " + folds + ", " + threads);
        }
    }

    /** Any class, five folds. */
    public static ManifestRules standard(PhotoProbe probe, int threads) {
        return new ManifestRules(Set.of(), 5, probe, threads);
    }

    public ManifestRules withFolds(int wanted) {
        return new ManifestRules(allowedClasses, wanted, probe, threads);
    }

    public ManifestRules withAllowedClasses(Set<String> wanted) {
        return new ManifestRules(wanted, folds, probe, threads);
    }
}
