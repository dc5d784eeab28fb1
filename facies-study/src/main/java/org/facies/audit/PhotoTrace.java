package org.facies.audit;

import java.util.Map;
import org.facies.cohort.Photo;

/**
 * The measurements of a photo with a usable face that the audits use.
 *
 * @param embedding float[d], computed by the network
 * @param withoutBackground float[d], of the crop whose background is grey
 * @param face thumbnail of the aligned face, {@link #FACE_SIDE_PX} cells a side
 * @param traits by kind, what the photo shows apart from the face
 */
@SuppressWarnings("ArrayRecordComponent") // of this package, never changed
record PhotoTrace(Photo photo, float[] embedding, float[] withoutBackground, float[] face, Map<Trait, float[]> traits) {
    static final int FACE_SIDE_PX = 48;

    /**
     * A trait without the values that depend on the face. A syndrome can make a face smoother, so only the sharpness of
     * the whole picture is used.
     *
     * @return float[], not empty
     */
    float[] withoutFace(Trait trait) {
        float[] numbers = traits.get(trait);
        return trait == Trait.SHARPNESS ? new float[] {numbers[1]} : numbers;
    }
}
