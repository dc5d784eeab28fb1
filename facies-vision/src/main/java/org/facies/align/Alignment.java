package org.facies.align;

import java.util.Objects;
import org.facies.image.Rgb;

/** What a picture holds: a face, cut out, or none. */
public sealed interface Alignment {

    /**
     * The face that is meant.
     *
     * @param crop of the geometry asked for
     * @param facts measured on it
     */
    record Face(Rgb crop, FaceFacts facts) implements Alignment {
        public Face {
            Objects.requireNonNull(crop);
            Objects.requireNonNull(facts);
        }
    }

    /**
     * Nothing that looks like a face, or not the face that was asked for.
     *
     * @param faces how many faces were found; above 0 only where a number was asked for that is not there
     */
    record NoFace(int faces) implements Alignment {

        /** What is found about such a photo. */
        FaceFinding finding() {
            return faces == 0 ? FaceFinding.NO_FACE : FaceFinding.NO_SUCH_FACE;
        }
    }
}
