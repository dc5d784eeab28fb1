package org.facies.bundle;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.facies.align.FaceFinding;
import org.facies.align.FacesSeen;
import org.facies.decision.PhotoEvidence;

/**
 * A photo as a predictor reads it.
 *
 * @param sha256 of the file; empty if it could not be read
 * @param faces all faces, and the one that was used; empty if the photo could not be decoded
 * @param findings remarks on the face that was used
 * @param refusal why the photo cannot be used
 * @param evidence the networks' output; present exactly if there is no refusal
 * @param views pictures for display; empty unless requested, and if the photo could not be decoded
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
            throw new IllegalArgumentException("a photo has either evidence or a refusal");
        }
    }

    /**
     * The reason why a photo cannot be used.
     *
     * @param reason a clause that follows the photo's name, or a sentence of its own
     * @param remedy what the user can do, as a sentence
     */
    public record Refusal(String reason, String remedy) {

        /** The reason as a sentence without a file name. */
        public String sentence() {
            return Character.isUpperCase(reason.codePointAt(0)) ? reason : "The file " + reason + ".";
        }
    }

    /**
     * Pictures of the photo for display.
     *
     * @param photo the whole photo
     * @param crop the first network's input; empty if no face was used
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
