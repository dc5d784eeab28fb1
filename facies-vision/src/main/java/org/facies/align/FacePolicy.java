package org.facies.align;

import java.util.Set;

/**
 * Which faces are remarked on and which are left out.
 *
 * @param thresholds for the remarks
 * @param excluding findings that keep a photo out of the study; a photo without a face is always out
 */
public record FacePolicy(FaceThresholds thresholds, Set<FaceFinding> excluding) {

    /** Everything is remarked on, and only a photo without a face is left out. */
    public static final FacePolicy DEFAULT = new FacePolicy(FaceThresholds.DEFAULT, Set.of());

    public FacePolicy {
        excluding = Set.copyOf(excluding);
    }
}
