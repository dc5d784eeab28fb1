package org.facies.decision;

/** Why no answer should be given of a child. */
public enum Reservation {
    /** The face is unlike the training faces. */
    UNKNOWN_FACE,
    /** The most probable class is not probable enough. */
    LOW_CONFIDENCE,
    /** Fewer than half of the photos give, by themselves, the answer that all give together. */
    PHOTOS_DISAGREE,
    /** The child is younger or older than the training children. */
    AGE_OUTSIDE,
    /** Something is wrong with a photo: too small, blurred, turned away. */
    POOR_PHOTO,
    /** A photo shows several faces. */
    SEVERAL_FACES
}
