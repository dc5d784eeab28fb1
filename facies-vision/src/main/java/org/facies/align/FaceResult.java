package org.facies.align;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.facies.cohort.Photo;
import org.facies.image.Rgb;

/** The result for a photo: a crop for the network, or the reason why the photo is excluded. */
public sealed interface FaceResult {

    /** The photo. */
    Photo photo();

    /** Remarks on the face; for an excluded photo they include those that excluded it. */
    Set<FaceFinding> findings();

    /**
     * The face was aligned.
     *
     * @param photo the source of the crop
     * @param crop of the requested geometry
     * @param facts measurements of the face
     * @param findings remarks that do not exclude the photo
     */
    record Aligned(Photo photo, Rgb crop, FaceFacts facts, Set<FaceFinding> findings) implements FaceResult {
        public Aligned {
            Objects.requireNonNull(photo);
            Objects.requireNonNull(crop);
            Objects.requireNonNull(facts);
            findings = frozen(findings);
        }
    }

    /**
     * The photo is excluded.
     *
     * @param photo the excluded photo
     * @param reason a clause or sentence for the user
     * @param remedy what the user can do, as a sentence
     * @param facts measurements of the face, if there is one
     * @param findings empty if the file could not be decoded
     */
    record Refused(Photo photo, String reason, String remedy, Optional<FaceFacts> facts, Set<FaceFinding> findings)
            implements FaceResult {
        public Refused {
            Objects.requireNonNull(photo);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(remedy);
            Objects.requireNonNull(facts);
            findings = frozen(findings);
        }
    }

    /** The same result with the middle of the crop, for crops with a margin as studies store them. */
    default FaceResult centred(CropGeometry geometry) {
        return this instanceof Aligned face
                ? new Aligned(
                        face.photo(),
                        face.crop().centre(geometry.widthPx(), geometry.heightPx()),
                        face.facts(),
                        face.findings())
                : this;
    }

    private static Set<FaceFinding> frozen(Set<FaceFinding> findings) {
        Set<FaceFinding> copy = EnumSet.noneOf(FaceFinding.class);
        copy.addAll(findings);
        return java.util.Collections.unmodifiableSet(copy);
    }
}
