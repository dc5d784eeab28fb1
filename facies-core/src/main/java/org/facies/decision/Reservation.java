package org.facies.decision;

/** Why no answer should be given of a child. */
public enum Reservation {
    /** The face is like none that the networks learnt from. */
    UNKNOWN_FACE,
    /** The most probable class is not probable enough. */
    LOW_CONFIDENCE,
    /** Fewer than half of the photos give, by themselves, the answer that all give together. */
    PHOTOS_DISAGREE,
    /** The child is younger or older than those that the networks learnt from. */
    AGE_OUTSIDE,
    /** Something is wrong with a photo: too small, blurred, turned away. */
    POOR_PHOTO,
    /** A photo shows several faces. */
    SEVERAL_FACES
}
