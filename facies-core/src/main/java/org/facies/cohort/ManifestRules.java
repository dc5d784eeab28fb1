package org.facies.cohort;

import java.util.Objects;
import java.util.Set;

/**
 * The requirements of a manifest in addition to a correct format.
 *
 * @param allowedClasses the only diagnoses that may occur; empty if all may
 * @param classes smallest number of different diagnoses: 2 if a model is to be trained
 * @param folds smallest number of subjects of each class
 * @param probe checks each photo file
 * @param threads the number of photos checked in parallel
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

    /** Rules for a cohort that a model is trained on. */
    public ManifestRules(Set<String> allowedClasses, int folds, PhotoProbe probe, int threads) {
        this(allowedClasses, 2, folds, probe, threads);
    }

    /** Rules that allow any class and use five folds. */
    public static ManifestRules standard(PhotoProbe probe, int threads) {
        return new ManifestRules(Set.of(), 2, 5, probe, threads);
    }

    /** Rules for prediction without training: one diagnosis with one subject is enough. */
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
