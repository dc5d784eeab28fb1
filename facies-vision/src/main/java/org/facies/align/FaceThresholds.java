package org.facies.align;

import java.util.EnumSet;
import java.util.Set;

/**
 * The limits beyond which a measurement of a face causes a remark.
 *
 * @param minScore of the detector, 0 to 1
 * @param minEyeDistancePx between the eye centres in the photo
 * @param minSharpness see {@link FaceFacts#sharpness()}
 * @param maxYawDegrees to either side
 * @param maxPitchDegrees up or down
 * @param maxRollDegrees to either side
 */
public record FaceThresholds(
        double minScore,
        double minEyeDistancePx,
        double minSharpness,
        double maxYawDegrees,
        double maxPitchDegrees,
        double maxRollDegrees) {

    public static final FaceThresholds DEFAULT = new FaceThresholds(0.8, 24, 20, 40, 40, 45);

    /** The findings for a face, most serious first. */
    public Set<FaceFinding> judge(FaceFacts facts) {
        Set<FaceFinding> findings = EnumSet.noneOf(FaceFinding.class);
        note(findings, FaceFinding.SEVERAL_FACES, facts.faces() > 1);
        note(findings, FaceFinding.UNSURE, facts.score() < minScore);
        note(findings, FaceFinding.TOO_SMALL, facts.eyeDistancePx() < minEyeDistancePx);
        note(findings, FaceFinding.TOO_BLURRED, facts.sharpness() < minSharpness);
        note(findings, FaceFinding.TURNED_TOO_FAR, turnedTooFar(facts.pose()));
        return findings;
    }

    private boolean turnedTooFar(HeadPose pose) {
        return Math.abs(pose.yawDegrees()) > maxYawDegrees
                || Math.abs(pose.pitchDegrees()) > maxPitchDegrees
                || Math.abs(pose.rollDegrees()) > maxRollDegrees;
    }

    private static void note(Set<FaceFinding> findings, FaceFinding finding, boolean present) {
        if (present) {
            findings.add(finding);
        }
    }
}
