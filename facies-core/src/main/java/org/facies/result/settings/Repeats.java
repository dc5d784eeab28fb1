package org.facies.result.settings;

/**
 * How often the cross-validation is repeated.
 *
 * @param divisions of the cohort into folds, at least 1
 * @param seeds of each training, at least 1
 */
public record Repeats(int divisions, int seeds) {
    /** One division, one seed. */
    public static final Repeats ONCE = new Repeats(1, 1);
}
