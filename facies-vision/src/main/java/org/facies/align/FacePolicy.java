package org.facies.align;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which faces are used, which cause a remark, and which are excluded.
 *
 * @param thresholds for the remarks
 * @param excluding findings that exclude a photo from the study; a photo without a face is always excluded
 * @param choice which of several faces is used
 */
public record FacePolicy(FaceThresholds thresholds, Set<FaceFinding> excluding, FaceChoice choice) {

    /** All findings cause a remark, and only a photo without a face is excluded. */
    public static final FacePolicy DEFAULT = new FacePolicy(FaceThresholds.DEFAULT, Set.of());

    public FacePolicy {
        excluding = Set.copyOf(excluding);
        Objects.requireNonNull(choice);
    }

    /** A policy that uses the largest face. */
    public FacePolicy(FaceThresholds thresholds, Set<FaceFinding> excluding) {
        this(thresholds, excluding, FaceChoice.LARGEST);
    }

    /** Those of the findings that exclude a photo. */
    public Set<FaceFinding> graveOf(Set<FaceFinding> findings) {
        return findings.stream().filter(excluding::contains).collect(Collectors.toSet());
    }

    /** The reason for excluding a photo, in sentences. */
    public String reason(Set<FaceFinding> grave) {
        return grave.stream().sorted().map(finding -> finding.sentence(choice)).collect(Collectors.joining(" "));
    }
}
