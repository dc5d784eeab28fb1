package org.facies.synth.profile;

import java.util.List;

/**
 * What a syndrome does to a face.
 *
 * @param diagnosis its class in the manifest, for example {@code noonan}
 * @param name in words
 * @param proportion children with it for each {@link #CONTROLS} without a syndrome, where a cohort's counts are not
 *     named
 * @param features each on a trait of its own
 * @param text the file it was read from, to be kept beside what it made
 */
public record Profile(String diagnosis, String name, double proportion, List<Feature> features, String text) {
    /** Children without a syndrome in the paper's cohort. */
    public static final double CONTROLS = 1206;

    public Profile {
        features = List.copyOf(features);
    }
}
