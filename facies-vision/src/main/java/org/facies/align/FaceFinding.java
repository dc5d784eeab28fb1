package org.facies.align;

/** What can be wrong with the face in a photo. */
public enum FaceFinding {
    /** Nothing to align. Always leads to exclusion. */
    NO_FACE("No face was found."),
    SEVERAL_FACES("Several faces were found; the largest and most central one was taken."),
    UNSURE("The detector is not sure that this is a face."),
    TOO_SMALL("The face is too small: its eyes are only a few pixels apart."),
    TOO_BLURRED("The face is too blurred."),
    TURNED_TOO_FAR("The head is turned too far from the camera.");

    private final String sentence;

    FaceFinding(String sentence) {
        this.sentence = sentence;
    }

    /** For a person, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
