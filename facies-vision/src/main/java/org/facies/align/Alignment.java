package org.facies.align;

import java.util.Objects;
import org.facies.image.Rgb;

/** The result of aligning a picture: a face, or none. */
public sealed interface Alignment {

    /**
     * The aligned face.
     *
     * @param crop of the requested geometry
     * @param facts measurements of the face
     */
    record Face(Rgb crop, FaceFacts facts) implements Alignment {
        public Face {
            Objects.requireNonNull(crop);
            Objects.requireNonNull(facts);
        }
    }

    /**
     * No face, or no face with the requested number.
     *
     * @param faces number of faces found; above 0 only if a face with a missing number was requested
     */
    record NoFace(int faces) implements Alignment {

        /** The finding for such a photo. */
        FaceFinding finding() {
            return faces == 0 ? FaceFinding.NO_FACE : FaceFinding.NO_SUCH_FACE;
        }
    }
}
