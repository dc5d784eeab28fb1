package org.facies.bundle;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.facies.align.FaceFinding;
import org.facies.align.FacesSeen;
import org.facies.decision.PhotoEvidence;

/**
 * What a predictor sees in a photo.
 *
 * @param sha256 of the file; empty where it could not be read
 * @param faces all faces, and which was taken; empty where the photo could not be decoded
 * @param findings remarks on the face that was taken
 * @param refusal why the photo gives no evidence
 * @param evidence what the networks say; there exactly if there is no refusal
 * @param views to show; empty unless asked for, and where the photo could not be decoded
 */
public record PhotoReading(
        Optional<String> sha256,
        Optional<FacesSeen> faces,
        Set<FaceFinding> findings,
        Optional<Refusal> refusal,
        Optional<PhotoEvidence> evidence,
        Optional<Views> views) {

    public PhotoReading {
        findings = Collections.unmodifiableSet(new TreeSet<>(findings));
        if (refusal.isPresent() == evidence.isPresent()) {
            throw new IllegalArgumentException("a photo gives evidence or is refused");
        }
    }

    /**
     * Why a photo gives no evidence.
     *
     * @param reason a clause that follows the photo's name, or a sentence of its own
     * @param remedy what the user can do, as a sentence
     */
    public record Refusal(String reason, String remedy) {

        /** As a sentence that names no file. */
        public String sentence() {
            return Character.isUpperCase(reason.codePointAt(0)) ? reason : "The file " + reason + ".";
        }
    }

    /**
     * Pictures of the photo.
     *
     * @param photo the whole of it
     * @param crop the face as the first network gets it; empty where none was taken
     */
    public record Views(PhotoView photo, Optional<PhotoView> crop) {}

    static PhotoReading undecoded(Optional<String> sha256, String reason, String remedy) {
        return new PhotoReading(
                sha256,
                Optional.empty(),
                Set.of(),
                Optional.of(new Refusal(reason, remedy)),
                Optional.empty(),
                Optional.empty());
    }
}
