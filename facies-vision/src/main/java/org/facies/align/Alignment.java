package org.facies.align;

import java.util.Objects;
import org.facies.image.Rgb;

/** What a picture holds: a face, cut out, or none. */
public sealed interface Alignment {

    /**
     * The main face.
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

    /** Nothing that looks like a face. */
    record NoFace() implements Alignment {}
}
