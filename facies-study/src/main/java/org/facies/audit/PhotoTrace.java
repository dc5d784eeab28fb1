package org.facies.audit;

import java.util.Map;
import org.facies.cohort.Photo;

/**
 * What the audits know of a photo with a usable face.
 *
 * @param embedding float[d], as the network gives it
 * @param withoutBackground float[d], of the crop whose background is grey
 * @param face thumbnail of the aligned face, {@link #FACE_SIDE_PX} cells a side
 * @param traits by kind, what can be seen without the face
 */
@SuppressWarnings("ArrayRecordComponent") // of this package, never changed
record PhotoTrace(Photo photo, float[] embedding, float[] withoutBackground, float[] face, Map<Trait, float[]> traits) {
    static final int FACE_SIDE_PX = 48;

    /**
     * A trait as far as the face has no part in it: a syndrome's own features make a face smoother, so of the sharpness
     * only that of the whole picture counts.
     *
     * @return float[], not empty
     */
    float[] withoutFace(Trait trait) {
        float[] numbers = traits.get(trait);
        return trait == Trait.SHARPNESS ? new float[] {numbers[1]} : numbers;
    }
}
