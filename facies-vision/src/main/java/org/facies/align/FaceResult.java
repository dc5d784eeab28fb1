package org.facies.align;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.facies.cohort.Photo;
import org.facies.image.Rgb;

/** What became of a photo: a crop for the network, or the reason why it is left out. */
public sealed interface FaceResult {

    /** The photo in question. */
    Photo photo();

    /** Remarks on the face; for a refused photo those that led to it among others. */
    Set<FaceFinding> findings();

    /**
     * The face was aligned.
     *
     * @param photo where it is from
     * @param crop of the geometry asked for
     * @param facts measured on it
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
     * The photo is left out.
     *
     * @param photo which
     * @param reason as a clause or sentence for a person
     * @param remedy what the user can do, as a sentence
     * @param facts of the face, where there is one
     * @param findings empty where the file could not be decoded
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

    /** The same with the middle of the crop, which was cut out with room around it, as studies do. */
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
