package org.facies.synth.profile;

import java.util.List;

/**
 * The effect of a syndrome on the face.
 *
 * @param diagnosis its class in the manifest, for example {@code noonan}
 * @param name the name of the syndrome
 * @param proportion children with it for each {@link #CONTROLS} without a syndrome, used if a cohort's counts are not
 *     given
 * @param features each on a different trait
 * @param text the content of the profile's file, which is stored with the cohort
 */
public record Profile(String diagnosis, String name, double proportion, List<Feature> features, String text) {
    /** Children without a syndrome in the cohort of Shen et al. 2024. */
    public static final double CONTROLS = 1206;

    public Profile {
        features = List.copyOf(features);
    }
}
