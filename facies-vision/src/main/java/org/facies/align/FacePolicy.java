package org.facies.align;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which faces are taken, which are remarked on and which are left out.
 *
 * @param thresholds for the remarks
 * @param excluding findings that keep a photo out of the study; a photo without a face is always out
 * @param choice which of several faces is taken
 */
public record FacePolicy(FaceThresholds thresholds, Set<FaceFinding> excluding, FaceChoice choice) {

    /** Everything is remarked on, and only a photo without a face is left out. */
    public static final FacePolicy DEFAULT = new FacePolicy(FaceThresholds.DEFAULT, Set.of());

    public FacePolicy {
        excluding = Set.copyOf(excluding);
        Objects.requireNonNull(choice);
    }

    /** A policy that takes the largest face. */
    public FacePolicy(FaceThresholds thresholds, Set<FaceFinding> excluding) {
        this(thresholds, excluding, FaceChoice.LARGEST);
    }

    /** The findings that keep a photo out, of those that were made. */
    public Set<FaceFinding> graveOf(Set<FaceFinding> findings) {
        return findings.stream().filter(excluding::contains).collect(Collectors.toSet());
    }

    /** Why a photo is kept out, in sentences. */
    public String reason(Set<FaceFinding> grave) {
        return grave.stream().sorted().map(finding -> finding.sentence(choice)).collect(Collectors.joining(" "));
    }
}
