package org.facies.align;

/** A possible defect of the face in a photo. */
public enum FaceFinding {
    /** There is no face to align. Always leads to exclusion. */
    NO_FACE("No face was found."),
    /** A face was requested by its number, and there are fewer faces. Always leads to exclusion. */
    NO_SUCH_FACE("The photo shows fewer faces than the requested number."),
    /** The sentence continues with the face that was used. */
    SEVERAL_FACES("Several faces were found;"),
    UNSURE("The detector is not sure that this is a face."),
    TOO_SMALL("The face is too small: its eyes are only a few pixels apart."),
    TOO_BLURRED("The face is too blurred."),
    TURNED_TOO_FAR("The head is turned too far from the camera.");

    private final String sentence;

    FaceFinding(String sentence) {
        this.sentence = sentence;
    }

    /**
     * The finding as a sentence.
     *
     * @param choice how one of several faces was chosen
     */
    public String sentence(FaceChoice choice) {
        return this == SEVERAL_FACES ? sentence + " " + choice.taken() + "." : sentence;
    }
}
